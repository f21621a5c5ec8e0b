// Package accelerator reads the accelerator catalogue: the cited figures of the NVIDIA reference parts and of every
// domestic candidate, as data that sizing, the gap engine and the annexes compare.
//
// It refuses what could mislead a comparison: a figure without source, grade or retrieval date, a date in the future,
// a sparse compute figure, a unit that differs from the one declared for the metric (GB against GiB), an unknown
// metric or key, two parts with one id. What nobody published is absent, never zero.
//
// Floor 1 of the house. It may import the standard library, shopspring/decimal, yaml, assets and forms/names.
package accelerator
