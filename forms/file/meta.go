package file

import (
	"errors"
	"fmt"
	"strconv"
	"time"
)

// Meta tells what the file is, apart from its answers.
type Meta struct {
	Form     string    // id of the form pack, "h200-cn"
	Version  string    // its version, "2026.1"
	Title    string    // as shown among the recent files
	Practice bool      // an exercise: marked as such in the window and on every output
	Created  time.Time // UTC
}

// The keys of the table meta.
const (
	formKey     = "form"
	versionKey  = "version"
	titleKey    = "title"
	practiceKey = "practice" // "1" or not there
	createdKey  = "created"  // RFC 3339, UTC
	nextKey     = "next_row" // forms.Answers.NextRow
	headKey     = "log"      // seq and hash of the newest log entry, "12 0a1b…"
	trailKey    = "trail"    // the steps that Undo and Redo take back next, "12 0"
	sealKey     = "seal"     // hexadecimal; covers all the others but the next
	holderKey   = "holder"   // who has the file open for writing, or had it last
)

// records gives the meta that a Meta is kept as.
func (m Meta) records() (map[string]string, error) {
	if m.Form == "" || m.Version == "" {
		return nil, errors.New("meta: no form or version")
	}
	practice := ""
	if m.Practice {
		practice = "1"
	}
	return map[string]string{
		formKey: m.Form, versionKey: m.Version, titleKey: m.Title, practiceKey: practice,
		createdKey: m.Created.UTC().Format(time.RFC3339Nano),
	}, nil
}

func readMeta(records map[string]string) (Meta, error) {
	created, err := time.Parse(time.RFC3339Nano, records[createdKey])
	if err != nil {
		return Meta{}, err
	}
	m := Meta{Form: records[formKey], Version: records[versionKey], Title: records[titleKey],
		Practice: records[practiceKey] != "", Created: created}
	if m.Form == "" || m.Version == "" {
		return Meta{}, errors.New("meta: no form or version")
	}
	return m, nil
}

// head is the newest entry of the log.
type head struct {
	seq  int64
	hash []byte
}

func (h head) text() string { return fmt.Sprintf("%d %x", h.seq, h.hash) }

// readHead reads the head of the log; before the first entry it is not there.
func readHead(text string) (head, error) {
	if text == "" {
		return head{}, nil
	}
	var h head
	if n, err := fmt.Sscanf(text, "%d %x", &h.seq, &h.hash); n != 2 {
		return head{}, fmt.Errorf("head of the log: %w", err)
	}
	return h, nil
}

func readNext(text string) (int, error) {
	if text == "" {
		return 1, nil
	}
	return strconv.Atoi(text)
}
