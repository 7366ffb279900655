@testable import SaldoRegion

/// The full folder with every table of what municipalities share.
extension SampleFolder {
  static let sharing = full.with(
    "municipalities.csv",
    """
    code;name;valid_from;valid_until;successor
    0384;Diemen;;;
    0394;Haarlemmermeer;2019-01-01;;
    9001;Verzonnen;;2026-12-31;0384
    """
  ).adding([
    "keys.csv": """
    key;municipality;weight;use_rate;year
    jeugd;0384;6000;4,25;2026
    jeugd;0394;35000;3,5;2026
    vast;0384;1;;
    vast;0394;3;;
    """,
    "group_keys.csv": "group;key\nverblijf;vast\ncrisis;vast\nambulant;jeugd\n",
    "product_groups.csv": "group;category;code\nverblijf;44;*\ncrisis;46;*\nambulant;45;*\n",
    "overheads.csv": "name;year;amount;key\nInkoopbureau;2026;125000,00;vast\n",
    "residences.csv": """
    bsn;municipality;from;until;basis
    999900006;0384;2015-01-01;2023-03-31;address
    999900006;0363;2023-04-01;;residential
    999900006;0394;2015-01-01;2021-12-31;responsible
    999900018;0394;2026-01-01;;address
    """,
    "continuations.csv": "bsn;municipality;from;until\n999900018;0384;2026-03-10;2027-03-09\n",
    "solidarity.csv": """
    domain;from;until;threshold;scope;cap;pooled_share
    jw;2015;2017;;;;85
    jw;2018;2026;10;whole-overrun;none;
    jw;2027;;;;;
    """,
    "solidarity_reports.csv": "municipality;domain;year;received\n0384;jw;2026;2027-02-01\n",
    "reserves.csv": "municipality;year;amount\n0384;2026;200000,00\n",
    "indexation.csv": """
    domain;year;wage_share;wage_forecast;material_forecast;wage_definitive;material_definitive;first_year
    jw;2026;90;2,51;4,18;3,07;-0,40;yes
    jw;2027;90;3;2,2;;;no
    """,
    "product_migrations.csv": "old_category;old_code;category;code\n45;45A04;45;45A48\n",
    "areas.csv": """
    postal_code;neighbourhood;weight;consortium
    1111;Centrum;20;42420001
    1112;Centrum;1;42420001
    1113;Zuid;30;01234567
    """,
    "area_exceptions.csv": "bsn;consortium;from;until;reason\n999900018;01234567;2026-01-01;;school\n",
    "closed_care.csv": "group;year;agreed;risk_share\ncrisis;2026;400000,00;25\n",
    "closed_care_institutions.csv": "group;provider;weight\ncrisis;42420001;3\ncrisis;01234567;1\n",
    "municipal_advances.csv": "municipality;year;amount\n0394;2026;50000,00\n",
    "cost_tiers.csv": "name;above\nzwaar;100000\nlicht;25000,00\n",
  ])

  func adding(_ texts: [String: String]) -> SampleFolder {
    texts.reduce(self) { $0.with($1.key, $1.value) }
  }
}
