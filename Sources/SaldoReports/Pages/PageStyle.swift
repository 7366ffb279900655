/// The style sheet of every page: no font, image or script from elsewhere; readable on paper and at double size.
enum PageStyle {
  static let css = """
    :root { --ink: #1b2430; --soft: #4d5967; --line: #d5dbe2; --tint: #f3f5f8; --accent: #12436d; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 82rem; color: var(--ink); background: #fff;
      font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; }
    header { border-bottom: 3px solid var(--accent); padding-bottom: 1rem; margin-bottom: 1.5rem; }
    .kicker { margin: 0; color: var(--soft); }
    h1 { margin: 0 0 .75rem; font-size: 2rem; line-height: 1.2; color: var(--accent); }
    h2 { margin: 2.5rem 0 .5rem; font-size: 1.3rem; line-height: 1.3; color: var(--accent); }
    p { max-width: 46rem; margin: .4rem 0; }
    dl { margin: 0; }
    dd { margin: 0; }
    .about { display: flex; flex-wrap: wrap; gap: .25rem 2rem; }
    .about dt { display: inline; color: var(--soft); }
    .about dt::after { content: ": "; }
    .about dd { display: inline; }
    .about .digest dd { font: .8rem/1.5 ui-monospace, "Liberation Mono", monospace; overflow-wrap: anywhere; }
    .warning { max-width: none; padding: .75rem 1rem; border-left: 4px solid #8a5a00; background: #fdf4e0; }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem; }
    .figures div { padding: .9rem 1.1rem; background: var(--tint); border-radius: .4rem; }
    .figures dt { color: var(--soft); }
    .figures dd { font-size: 1.5rem; font-weight: 650; line-height: 1.3; font-variant-numeric: tabular-nums; }
    .figures dd.remark, p.remark { font-size: .875rem; font-weight: 400; color: var(--soft); }
    .scroll { overflow-x: auto; margin-top: .75rem; }
    table { border-collapse: collapse; width: 100%; font-size: .9rem; }
    caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    th, td { padding: .35rem .55rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
    thead th { vertical-align: bottom; background: var(--tint); border-bottom: 2px solid var(--accent); }
    thead th.n { white-space: normal; }
    tbody th { font-weight: 400; }
    tbody tr:hover > * { background: #f8fafc; }
    tfoot th, tfoot td { font-weight: 700; border-top: 2px solid var(--accent); border-bottom: 0; }
    .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .d { white-space: nowrap; }
    small { display: block; color: var(--soft); white-space: nowrap; }
    .bar { display: block; width: 6rem; height: .5rem; margin: .2rem 0 0 auto; background: #e3e8ee;
      border-radius: .25rem; overflow: hidden; }
    .bar span { display: block; height: 100%; }
    .below-70 { background: #2f6f4f; }
    .from-70 { background: #b07a00; }
    .above-100 { background: #a3201d; }
    @media (max-width: 78rem) {
      body { padding: 1.5rem 1rem 3rem; }
      table { font-size: .84rem; }
      th, td { padding: .35rem .4rem; }
      .bar { width: 4.5rem; }
    }
    @media (max-width: 66rem) {
      table { font-size: .78rem; }
      th, td { padding: .3rem .28rem; }
      .bar { width: 3.5rem; }
    }
    @media print {
      @page { size: A4 landscape; margin: 14mm; }
      body { max-width: none; padding: 0; font-size: 9pt; }
      h2 { break-after: avoid; }
      tr, .figures div { break-inside: avoid; }
      thead { display: table-header-group; }
      tfoot { display: table-row-group; }
      .scroll { overflow: visible; }
      * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    }
    """
}
