// Package honesty holds prose against the facts that an application rests on: absolutes that the comparison does not
// carry, figures that differ from the data, claims about products that were not examined, requirements that no row states.
//
// A text is folded (width, case, traditional characters), cut into tokens by the tables of this package, read clause by
// clause for what it speaks of, and each claim found that way is judged against a Model. Where it is unclear what a figure
// speaks of, nothing is found: a wrong accusation costs an honest applicant more than a slip costs a reviewer.
//
// It refuses to judge style, to guess at meaning beyond its tables, and to write sentences: a Finding carries keys, places
// and values, which the form pack turns into words. It has no clock, reads nothing and keeps nothing between calls.
//
// # Building a Model
//
// Whoever evaluates an application states in the Model what the data shows; what is unknown is left out, never zero.
//
//   - Candidates: a row of suppliers[] each, in order. ID is the row's path, Label its product, ProductNames the product's
//     ShortNames and the catalogue's aliases, SupplierNames the supplier with its ShortNames, Excluded and Enough from the
//     gap engine, Reply and Path from the row.
//   - Reference: ID Reference, Label the catalogue's product, Names its aliases and 拟购产品, 拟购加速器, 拟购设备.
//   - Items: the models of project.fleet[] and the products of substitution.domestic_purchases[] that are no candidates.
//   - Unlisted: Vendors, and the domestic parts of the catalogue with their aliases. Names that candidates or items bear
//     need not be taken out.
//   - Requirements: a row of requirements[] each, with the metric's id as it stands in the answers.
//   - Values of a candidate: its facts, lead_time_days, available_quantity and unit_price_cny of the row, InquiredOn and
//     RepliedOn, what Figures finds in tokens a second in the test summary as MeasuredSpeed, purchases of it as
//     PurchaseCount, and from sizing Devices, DevicesPerReplica and ITPower, Soft.
//   - Values of Reference: the catalogue's figures, and the same three of sizing per workload and in total.
//   - Values of items: FleetCount and PurchaseCount.
//   - Values of no subject: the answers and computed values whose field is the id of a metric; of a workload's fields one
//     for each workload. substitution.share holds the shares before and after. Power is in watts. Money in dollars has
//     Unit USD; the same amount in yuan may be added as a second value.
//
// # Adding words
//
// A new metric is a row of metricTable, a new word a word in a row of lexicon, metricTable, unitTable or absolutes. Add a
// true and a false passage to testdata with it.
//
// Floor 1 of the house. It may import the standard library, shopspring/decimal and forms/names.
package honesty
