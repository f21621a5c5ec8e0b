// Package sizing computes what a workload needs — memory, memory bandwidth, compute — and how many devices of one kind
// satisfy it, with their power, energy and cost. It is exact decimal arithmetic on the inputs, without I/O.
//
// Every figure is three-valued: complete, incomplete (it names the inputs that it lacks) or not applicable. An unknown
// input never becomes zero, an input that cannot be (a negative count, an efficiency above 100 %) is named as unusable,
// and a precision that the device has no peak for is lacking rather than replaced by another. Every figure carries its
// formula and the inputs that went into it, so that a reader can follow and recompute it.
//
// Formulas: training compute 6·N·D after Kaplan et al. 2020 (arXiv:2001.08361); 16 bytes a parameter for
// mixed-precision Adam after Rajbhandari et al. 2020 (ZeRO, arXiv:1910.02054); inference by memory, read bandwidth and
// 2·N operations a token. All sizes are decimal: 1 GB = 10^9 bytes.
//
// Floor 1 of the house. It may import the standard library and shopspring/decimal, nothing of the forms packages.
package sizing
