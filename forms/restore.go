package forms

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// NextRow is the number of the next row id. It only grows: kept with the
// answers, it makes sure that the id of a removed row never comes back.
func (a *Answers) NextRow() int { return a.next }

// Restore rebuilds answers from what was kept of them: the text by path, the row
// ids of every list in order, and NextRow. It takes what a series of Apply can
// leave behind and refuses all else: an empty text, an empty list, a row that is
// there twice, an answer or list in a row that is not there, a row whose number
// is still to come. The maps are copied.
func Restore(values map[Path]string, rows map[Path][]string, next int) (*Answers, error) {
	a := &Answers{values: maps.Clone(values), rows: make(map[Path][]string, len(rows)), next: next}
	if a.values == nil {
		a.values = map[Path]string{}
	}
	for list, ids := range rows {
		a.rows[list] = slices.Clone(ids)
	}
	if next < 1 {
		return nil, fmt.Errorf("next row %d: rows are numbered from 1", next)
	}
	for list := range a.rows {
		if err := a.checkList(list); err != nil {
			return nil, err
		}
	}
	for p, text := range a.values {
		if text == "" {
			return nil, fmt.Errorf("%s: an answer without text", p)
		}
		if err := a.standing(p.Parent()); err != nil {
			return nil, fmt.Errorf("%s: %w", p, err)
		}
	}
	return a, nil
}

// checkList reports an error unless the rows of a list could have been inserted
// one by one.
func (a *Answers) checkList(list Path) error {
	if err := a.standing(list.Parent()); err != nil {
		return fmt.Errorf("%s: %w", list, err)
	}
	ids := a.rows[list]
	if len(ids) == 0 {
		return fmt.Errorf("%s: a list without rows", list)
	}
	seen := make(map[string]bool, len(ids))
	for _, id := range ids {
		n, err := strconv.Atoi(id[min(1, len(id)):])
		switch {
		case strings.Contains(id, "["):
			return fmt.Errorf("%s: %q is no row id", list, id)
		case seen[id]:
			return fmt.Errorf("%s: row %s is there twice", list, id)
		case err == nil && n >= a.next:
			return fmt.Errorf("%s: row %s, but the next is %d", list, id, a.next)
		}
		seen[id] = true
	}
	return nil
}
