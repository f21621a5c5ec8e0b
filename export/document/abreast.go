package document

// How many products stand side by side on a page, and on one that lies across.
const (
	across     = 4
	acrossWide = 5
)

// abreast cuts a list into as few parts as hold no more than most each, as equal as
// can be: a table of one column beside one of four would look like an afterthought.
func abreast[T any](list []T, most int) [][]T {
	var out [][]T
	for parts := (len(list) + most - 1) / most; parts > 0; parts-- {
		n := (len(list) + parts - 1) / parts
		out = append(out, list[:n])
		list = list[n:]
	}
	return out
}
