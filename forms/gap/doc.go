// Package gap answers whether an applicant's own data supports the claim that no domestic supplier can meet the need.
// It compares every requirement with every candidate, says which candidates are excluded and on what ground, which stand
// and what would settle each, how far a requirement would have to be relaxed to admit one, and what speaks for each.
//
// It refuses to conclude from silence: an unknown figure excludes nobody, a figure without source and date is weak
// whatever its grade, a blank or oral channel is no written inquiry. It writes no prose: results are stable keys and
// numbers, which the form pack turns into sentences.
//
// Evaluate is a pure function of its input. The order of rows does not matter, except that results keep it.
//
// Floor 1 of the house. It may import the standard library, shopspring/decimal and forms/names.
package gap
