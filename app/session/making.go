package session

import (
	"context"
	"fmt"

	"h200filing/export/document"
	"h200filing/export/pack"
	"h200filing/export/pdf"
	"h200filing/export/xlsx"
)

// Stage is a part of the work of an export.
type Stage string

// The stages, in their order; an export goes through those that it needs.
const (
	Composing Stage = "composing" // what the filing says
	Printing  Stage = "printing"  // its pages
	Tabling   Stage = "tabling"   // the workbook
	Packing   Stage = "packing"   // the pack
	Locking   Stage = "locking"   // all of them, with the password
)

// Stages lists the stages that outputs need.
func (w Wanted) Stages() []Stage {
	var out []Stage
	if w.PDF || w.Pack {
		out = append(out, Composing, Printing)
	}
	if w.XLSX || w.Pack {
		out = append(out, Tabling)
	}
	if w.Pack {
		out = append(out, Packing)
	}
	if w.Protection.Wanted() && len(out) > 0 {
		out = append(out, Locking)
	}
	return out
}

// Make is Export told of its progress, at the beginning of each stage and on the
// goroutine of the caller. It ends before the next stage once ctx has ended.
func (p *Preparation) Make(ctx context.Context, wanted Wanted, draft bool, tell func(Stage)) (Outputs, error) {
	if !draft && !p.Ready() {
		return Outputs{}, ErrNotReady
	}
	if wanted.Protection.Wanted() {
		if err := wanted.Protection.Check(); err != nil {
			return Outputs{}, err
		}
	}
	m := making{Preparation: p, wanted: wanted, draft: draft}
	steps := map[Stage]func() error{Composing: m.compose, Printing: m.print, Tabling: m.table, Packing: m.pack, Locking: m.lock}
	for _, stage := range wanted.Stages() {
		if err := ctx.Err(); err != nil {
			return Outputs{}, err
		}
		tell(stage)
		if err := steps[stage](); err != nil {
			return Outputs{}, err
		}
	}
	if err := ctx.Err(); err != nil {
		return Outputs{}, err
	}
	return m.only(), nil
}

// making is an export at work.
type making struct {
	*Preparation
	wanted Wanted
	draft  bool
	doc    document.Document
	out    Outputs
}

func (m *making) compose() (err error) {
	m.doc, err = document.Build(m.report, document.Options{Draft: m.draft, Attachment: m.attachment, Practice: m.practice})
	m.doc.Answers = m.report.Published()
	return err
}

func (m *making) print() (err error) {
	if m.out.PDF, err = pdf.Render(m.doc); err != nil {
		return fmt.Errorf("PDF: %w", err)
	}
	return nil
}

func (m *making) table() (err error) {
	if m.out.XLSX, err = xlsx.Render(m.report, xlsx.Options{Draft: m.draft, Practice: m.practice}); err != nil {
		return fmt.Errorf("XLSX: %w", err)
	}
	return nil
}

func (m *making) pack() (err error) {
	contents := pack.Contents{Draft: m.draft, PDF: m.out.PDF, XLSX: m.out.XLSX, Attachment: m.attachment}
	if m.out.Pack, err = pack.Build(m.report, contents); err != nil {
		return fmt.Errorf("ZIP: %w", err)
	}
	return nil
}

// lock locks what was wanted. The pack is locked whole, around parts that are open,
// so that it needs its password once.
func (m *making) lock() (err error) {
	m.out, err = m.wanted.Protection.Lock(m.only())
	return err
}

// only leaves out what was made for the pack alone.
func (m *making) only() Outputs {
	out := m.out
	if !m.wanted.PDF {
		out.PDF = nil
	}
	if !m.wanted.XLSX {
		out.XLSX = nil
	}
	return out
}
