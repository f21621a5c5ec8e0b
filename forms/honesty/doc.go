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
// Floor 1 of the house. It may import the standard library and shopspring/decimal, nothing of the forms packages.
package honesty
