package forms

import (
	"fmt"
	"strconv"
	"strings"
)

// Path names one answer. A row is named by its stable id ("suppliers[r3].reply")
// inside the program and by its position ("suppliers[0].reply") towards people;
// Answers.Resolve turns the second into the first, Answers.Public back.
type Path string

// Pattern is a path with the rows left open ("suppliers[].facts[].metric"): the
// id of a Field.
func (p Path) Pattern() string {
	var b strings.Builder
	for s := string(p); s != ""; {
		open := strings.IndexByte(s, '[')
		if open < 0 {
			b.WriteString(s)
			break
		}
		b.WriteString(s[:open+1])
		end := strings.IndexByte(s, ']')
		if end < open {
			break
		}
		b.WriteByte(']')
		s = s[end+1:]
	}
	return b.String()
}

// Row names a row of a list, or the answer in a column of it.
func (p Path) Row(id string) Path { return p + Path("["+id+"]") }

// Join appends a key.
func (p Path) Join(key string) Path {
	if p == "" {
		return Path(key)
	}
	return p + Path("."+key)
}

// Within reports whether the path names a part of a row, list or group.
func (p Path) Within(outer Path) bool {
	rest, ok := strings.CutPrefix(string(p), string(outer))
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// Parent gives the row that an answer stands in ("suppliers[r3]"), or "" for an
// answer outside of rows.
func (p Path) Parent() Path {
	i := strings.LastIndexByte(string(p), ']')
	return p[:i+1]
}

// split cuts "suppliers[r3]" into "suppliers" and "r3".
func (p Path) split() (list Path, row string, ok bool) {
	open := strings.LastIndexByte(string(p), '[')
	if open < 0 || !strings.HasSuffix(string(p), "]") {
		return "", "", false
	}
	return p[:open], string(p[open+1 : len(p)-1]), true
}

// rows maps the row part of every "[x]" in the path. f gets the list before the
// bracket as already mapped, and as it was.
func (p Path) rows(f func(list Path, row string) (string, error)) (Path, error) {
	var out strings.Builder
	s := string(p)
	for {
		open := strings.IndexByte(s, '[')
		if open < 0 {
			out.WriteString(s)
			return Path(out.String()), nil
		}
		end := strings.IndexByte(s, ']')
		if end < open {
			return "", fmt.Errorf("%s: bracket without its mate", p)
		}
		out.WriteString(s[:open])
		row, err := f(Path(out.String()), s[open+1:end])
		if err != nil {
			return "", fmt.Errorf("%s: %w", p, err)
		}
		out.WriteString("[" + row + "]")
		s = s[end+1:]
	}
}

// Resolve turns a path with row positions into one with row ids. It fails where
// no such row is there.
func (a *Answers) Resolve(public string) (Path, error) {
	return Path(public).rows(func(list Path, row string) (string, error) {
		ids := a.rows[list]
		if n, err := strconv.Atoi(row); err == nil {
			if n < 0 || n >= len(ids) {
				return "", &NoRowError{List: list, Index: n, Count: len(ids)}
			}
			return ids[n], nil
		}
		for _, id := range ids {
			if id == row {
				return id, nil
			}
		}
		return "", &NoRowError{List: list, Row: row, Count: len(ids)}
	})
}

// Public turns a path with row ids into one with row positions, for people and
// for outputs. A row that is gone keeps its id.
func (a *Answers) Public(p Path) string {
	original := string(p)
	done := 0
	out, err := p.rows(func(_ Path, row string) (string, error) {
		at := strings.Index(original[done:], "["+row+"]") + done
		list := Path(original[:at])
		done = at + len(row) + 2
		for i, id := range a.rows[list] {
			if id == row {
				return strconv.Itoa(i), nil
			}
		}
		return row, nil
	})
	if err != nil {
		return string(p)
	}
	return string(out)
}

// NoRowError tells that a path names a row that is not there.
type NoRowError struct {
	List  Path
	Index int
	Row   string // the id, where the path had one
	Count int    // how many rows there are
}

func (e *NoRowError) Error() string {
	if e.Row != "" {
		return fmt.Sprintf("%s has no row %s", e.List, e.Row)
	}
	return fmt.Sprintf("%s has %d rows, none at %d", e.List, e.Count, e.Index)
}
