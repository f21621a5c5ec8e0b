package session

import (
	"fmt"

	"h200filing/export/xlsx"
)

// ExportPart makes a workbook of parts of the application, for somebody who is to
// fill them in: sections, lists or rows (xlsx.NewScope). It is a draft until the
// application is ready.
func (s *Session) ExportPart(only []string) ([]byte, error) { return s.PreparePart(only)() }

// PreparePart is ExportPart of things as they are now; what it gives may be called
// on any goroutine while the session goes on.
func (s *Session) PreparePart(only []string) func() ([]byte, error) {
	report, practice := s.Report(), s.IsPractice()
	return func() ([]byte, error) {
		workbook, err := xlsx.Render(report, xlsx.Options{Draft: !report.Ready(), Only: only, Practice: practice})
		if err != nil {
			return nil, fmt.Errorf("XLSX: %w", err)
		}
		return workbook, nil
	}
}
