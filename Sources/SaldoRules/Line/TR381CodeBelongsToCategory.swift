import SaldoDomain

/// The product code belongs to its category in the product catalogue of the region.
///
/// Any row of the catalogue counts, whatever its provider, unit or dates; whether it holds for a line is the matter of
/// TR418, K001 and K002. The rule judges a line without a known allocation too. It says nothing of an allocation, start
/// or stop without a code.
///
/// Source: iStandaarden 3.2, TR381, with the catalogue as the list in use.
struct TR381CodeBelongsToCategory: LineRule, AllocationRule, NoticeRule {
  static let metadata = RuleMetadata(
    "TR381", level: .external, kinds: [.allocation, .start, .stop, .declaration],
    returnCode: ReturnCode(rawValue: "S329"),
    answerClass: .allocatedProduct, or: [.startedProduct, .stoppedProduct, .line], needs: .region,
    title: Bilingual(
      nl: "De productcode hoort bij de productcategorie in de productcatalogus.",
      en: "The product code belongs to its category in the product catalogue."),
    sentence: Bilingual(
      nl: "De productcatalogus kent geen code {code} in categorie {category}.",
      en: "The product catalogue has no code {code} in category {category}."),
    hint: Bilingual(
      nl: "Zoek op welke code bij deze categorie is afgesproken en gebruik die.",
      en: "Look up which code was agreed in this category and use it."),
    facts: ["code", "category"], source: "iStandaarden 3.2, TR381")
  static let element = DeliveryLine.Element.code
  static let sides: Set<DebitCredit> = [.debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    // What has terms has a row.
    subject.terms != nil ? .pass : verdict(on: subject.line.product, in: context)
  }

  func verdict(on product: AllocatedProduct, of message: AllocationMessage, in context: RuleContext) -> Verdict {
    verdict(on: product.category, product.code, in: context)
  }

  func verdict(on subject: NoticeSubject, in context: RuleContext) -> Verdict {
    verdict(on: subject.notice.start.category, subject.notice.start.code, in: context)
  }

  private func verdict(on category: ProductCategory?, _ code: ProductCode?, in context: RuleContext) -> Verdict {
    guard let category, let code else { return .notApplicable }
    return verdict(on: Product(category: category, code: code), in: context)
  }

  private func verdict(on product: Product, in context: RuleContext) -> Verdict {
    guard let region = context.region else { return .notApplicable }
    if region.catalogue.contains(product) { return .pass }
    return .fail(["code": .code(product.code.string), "category": .code(product.category.rawValue)])
  }
}
