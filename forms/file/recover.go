package file

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"h200filing/forms"
)

// Rescue tells Recover what it cannot know.
type Rescue struct {
	Who string // who recovers, for the log
	Why string // the reason that the log gives for what had to be changed
	At  time.Time
	// Meta stands in for the properties that cannot be read any more.
	Meta Meta
}

// LossKind says what a Loss is of; a stable key for the sentence that the user
// reads.
type LossKind string

// The kinds of losses.
const (
	LostProperty   LossKind = "property"   // Name is the key; Rescue.Meta stands in
	LostAttachment LossKind = "attachment" // Name is the SHA-256, or the path of the answer that names it
	LostVersion    LossKind = "version"    // Name is that of the version
	LostTick       LossKind = "tick"       // Name is the path
	OldAnswer      LossKind = "old_answer" // Name is the path: from the log, perhaps not the newest text
	LostHistory    LossKind = "history"    // Name is the seq of the first log entry that is missing
)

// Loss is one thing that could not be recovered as it was.
type Loss struct {
	Kind LossKind
	Name string
}

// Recovery reports what Recover has found.
type Recovery struct {
	Pages   int // of the damaged file
	Damaged int // those that cannot be read, or not in full
	// Whole tells that the answers are proven to be those of the last change,
	// by the seal or by the log. Otherwise some may be missing without being
	// named in Lost.
	Whole       bool
	Answers     int   // answers in the new file
	Attachments int   // attachments with their content
	Entries     int64 // log entries that were taken over
	Lost        []Loss
}

// Recover reads what is left of a damaged file, which it does not alter, into a
// new one. Answers are taken from where they are proven to be right, or else
// from all that is left; the log is taken over as far as its chain holds, and
// what the answers then differ is one more step of it. Attachments are kept
// where their content is that of their SHA-256. A password given as an option
// opens the old file, if it has one, and becomes that of the new one.
//
// It fails as Create does for the new file, with NeedsPassword, WrongPassword,
// NotFound and Unreadable for the old one, and with Damaged where nothing of an
// application can be found in it.
func Recover(path, into string, by Rescue, as ...Option) (*Recovery, error) {
	db, closer, err := openWreck(path, optionsOf(as).password)
	if err != nil {
		return nil, err
	}
	defer closer.Close() // nothing was written
	m := mend(survey(db), by)
	if m.nothing() {
		return nil, failed(path, errors.New("nothing of an application is left"), Damaged)
	}
	answers, err := m.answers()
	if err != nil {
		return nil, failed(path, err, Damaged)
	}
	f, err := Create(into, m.meta(), as...)
	if err != nil {
		return nil, err
	}
	err = m.fill(f, answers)
	m.report.Pages, m.report.Damaged = db.Stats.Pages, db.Stats.Damaged
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, failed(into, errors.Join(err, os.Remove(into)), Unreadable)
	}
	return &m.report, nil
}

// mender puts a new file together from what was found.
type mender struct {
	*wreck
	by       Rescue
	report   Recovery
	log      []Entry        // as far as the chain holds and can be replayed
	replayed *forms.Answers // what the log leads to
}

func mend(w *wreck, by Rescue) *mender {
	m := &mender{wreck: w, by: by, replayed: forms.NewAnswers()}
	for _, e := range w.chain() {
		c, ok, err := e.change()
		if err == nil && ok {
			_, err = m.replayed.Apply(c)
		}
		if err != nil {
			break
		}
		m.log = append(m.log, e)
	}
	m.report.Entries = int64(len(m.log))
	return m
}

func (m *mender) lose(kind LossKind, name string) {
	m.report.Lost = append(m.report.Lost, Loss{kind, name})
}

// nothing tells whether no row was found that only this program writes.
func (m *mender) nothing() bool {
	return len(m.log) == 0 && m.tables["meta"][formKey] == "" && len(m.wreck.log) == 0 &&
		len(m.tables["answers"]) == 0 && len(m.kept) == 0
}

// meta gives the properties, with those of Rescue where they are lost.
func (m *mender) meta() Meta {
	out := m.by.Meta
	if out.Created.IsZero() {
		out.Created = m.by.At
	}
	found := m.tables["meta"]
	for _, p := range []struct {
		key string
		set func(string)
	}{
		{formKey, func(v string) { out.Form = v }},
		{versionKey, func(v string) { out.Version = v }},
		{createdKey, func(v string) {
			if at, err := time.Parse(time.RFC3339Nano, v); err == nil {
				out.Created = at
			}
		}},
	} {
		if v := found[p.key]; v != "" {
			p.set(v)
		} else {
			m.lose(LostProperty, p.key)
		}
	}
	if len(found) > 0 { // these two may well be empty
		out.Title, out.Practice = found[titleKey], found[practiceKey] != ""
	}
	return out
}

// fill writes log, answers, versions, ticks and attachments to the new file.
func (m *mender) fill(f *File, answers *forms.Answers) error {
	err := f.change(Entry{Who: m.by.Who, Why: m.by.Why, At: m.by.At}, func(w *writer) error {
		if err := m.adopt(w); err != nil {
			return err
		}
		changes := Changes(m.replayed, answers)
		if len(changes) > 0 {
			w.done()
		}
		if err := w.apply(changes); err != nil {
			return err
		}
		w.next.answers = answers.Clone() // which knows the number of the next row
		if err := w.putNext(); err != nil {
			return err
		}
		if err := m.marks(w); err != nil {
			return err
		}
		return w.end()
	})
	if err != nil {
		return err
	}
	m.report.Answers = len(answers.Paths())
	return m.attachments(f)
}

// adopt takes the log over as it is, and the answers that it leads to.
func (m *mender) adopt(w *writer) error {
	base := *w.base
	base.answers = m.replayed
	w.base, w.next.answers = &base, m.replayed.Clone()
	for _, e := range m.log {
		if err := w.insert(e); err != nil {
			return err
		}
		w.next.head = head{e.Seq, e.Hash}
	}
	for _, p := range m.replayed.Paths() {
		if err := w.put("answers", string(p), "", m.replayed.Get(p)); err != nil {
			return err
		}
	}
	for _, list := range m.replayed.Lists() {
		text, err := rowsText(m.replayed.Rows(list))
		if err != nil {
			return err
		}
		if err := w.put("lists", string(list), "", text); err != nil {
			return err
		}
	}
	if next := m.replayed.NextRow(); next > 1 {
		if err := w.putMeta(nextKey, fmt.Sprint(next)); err != nil {
			return err
		}
	}
	w.entry.Step = w.next.head.seq + 1
	w.base.trail = trailOf(m.log)
	w.trail = w.base.trail
	if w.next.head.seq < m.newest() {
		m.lose(LostHistory, fmt.Sprint(w.next.head.seq+1))
	}
	return nil
}

// newest is the seq of the newest log entry that anything is known of.
func (m *mender) newest() (seq int64) {
	for n := range m.wreck.log {
		seq = max(seq, n)
	}
	if h, err := readHead(m.tables["meta"][headKey]); err == nil {
		seq = max(seq, h.seq)
	}
	return seq
}

// marks takes over the named versions that the log reaches, and the ticks where
// the answers are proven to be those that were ticked.
func (m *mender) marks(w *writer) error {
	for name, text := range m.tables["versions"] {
		v, err := readVersion(name, text)
		if err != nil || v.Seq > int64(len(m.log)) {
			m.lose(LostVersion, name)
			continue
		}
		w.next.named[name] = v
		if err := w.put("versions", name, "", text); err != nil {
			return err
		}
	}
	for path, text := range m.tables["ticks"] {
		tick, err := readTick(path, text)
		if err != nil || !m.report.Whole {
			m.lose(LostTick, path)
			continue
		}
		w.next.ticks[path] = tick
		if err := w.put("ticks", path, "", text); err != nil {
			return err
		}
	}
	return nil
}

// attachments keeps the contents that are whole, and reports those that are not
// and those that answers name in vain.
func (m *mender) attachments(f *File) error {
	for _, id := range m.ids() {
		row, told := m.kept[id]
		sum := sha256.New()
		size, err := io.Copy(sum, m.content(id))
		whole := err == nil && size <= MaxAttachment
		if told && (!whole || hex.EncodeToString(sum.Sum(nil)) != row.sha) {
			m.lose(LostAttachment, row.sha)
			continue
		}
		if !whole {
			continue // where an answer names it, it is reported below
		}
		if _, err := f.Attach(m.content(id), row.info); err != nil {
			return err
		}
	}
	m.report.Attachments = len(f.Files())
	for _, p := range f.Answers().Paths() {
		sha := forms.ParseAttachment(f.Answers().Get(p)).SHA256
		if _, there := f.Files()[sha]; sha != "" && !there && !slices.Contains(m.report.Lost, Loss{LostAttachment, sha}) {
			m.lose(LostAttachment, string(p))
		}
	}
	return nil
}
