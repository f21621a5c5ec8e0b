package verify

// edit is a stretch of the wanted text that reads otherwise: want[from:to] became
// got[gotFrom:gotTo].
type edit struct{ from, to, gotFrom, gotTo int }

// mostEdits bounds the work: texts with more differing characters are taken as
// one edit between their equal ends.
const mostEdits = 1500

// edits lists where two texts differ, by the shortest script of insertions and
// deletions (Myers, An O(ND) Difference Algorithm and Its Variations, 1986).
// Edits with one equal character between them are one.
func edits(want, got []rune) []edit {
	head := 0
	for head < len(want) && head < len(got) && want[head] == got[head] {
		head++
	}
	tail := 0
	for tail < len(want)-head && tail < len(got)-head && want[len(want)-1-tail] == got[len(got)-1-tail] {
		tail++
	}
	a, b := want[head:len(want)-tail], got[head:len(got)-tail]
	if len(a)+len(b) == 0 {
		return nil
	}
	script, ok := shortest(a, b)
	if !ok {
		return []edit{{head, head + len(a), head, head + len(b)}}
	}
	var out []edit
	for _, e := range script {
		e = edit{e.from + head, e.to + head, e.gotFrom + head, e.gotTo + head}
		if n := len(out); n > 0 && e.from-out[n-1].to <= 1 {
			out[n-1].to, out[n-1].gotTo = e.to, e.gotTo
			continue
		}
		out = append(out, e)
	}
	return out
}

// shortest runs the greedy algorithm forward and then backtracks; false is beyond
// mostEdits.
func shortest(a, b []rune) ([]edit, bool) {
	most := min(len(a)+len(b), mostEdits)
	v := make([]int, 2*most+3)
	middle := most + 1
	var trace [][]int
	for d := 0; d <= most; d++ {
		for k := -d; k <= d; k += 2 {
			x := v[middle+k-1] + 1
			if k == -d || k != d && v[middle+k-1] < v[middle+k+1] {
				x = v[middle+k+1]
			}
			y := x - k
			for x < len(a) && y < len(b) && a[x] == b[y] {
				x, y = x+1, y+1
			}
			v[middle+k] = x
			if x >= len(a) && y >= len(b) {
				return backtrack(trace, len(a), len(b)), true
			}
		}
		trace = append(trace, append([]int(nil), v[middle-d:middle+d+1]...))
	}
	return nil, false
}

// backtrack follows the furthest points back to the start. trace[d][k+d] is how far
// d edits reached on diagonal k.
func backtrack(trace [][]int, x, y int) []edit {
	var reversed []edit
	for d := len(trace); d > 0; d-- {
		before, k := trace[d-1], x-y
		reach := func(k int) int {
			if k < -(d-1) || k > d-1 {
				return -1
			}
			return before[k+d-1]
		}
		down := k == -d || k != d && reach(k-1) < reach(k+1)
		if down {
			px := reach(k + 1)
			py := px - (k + 1)
			reversed = append(reversed, edit{px, px, py, py + 1})
			x, y = px, py
		} else {
			px := reach(k - 1)
			py := px - (k - 1)
			reversed = append(reversed, edit{px, px + 1, py, py})
			x, y = px, py
		}
	}
	out := make([]edit, len(reversed))
	for i, e := range reversed {
		out[len(reversed)-1-i] = e
	}
	return out
}
