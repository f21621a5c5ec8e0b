package session

import (
	"fmt"

	"h200filing/export/xlsx"
)

// ExportPart makes a workbook of parts of the application, for somebody who is to
// fill them in: sections, lists or rows (xlsx.NewScope). It is a draft until the
// application is ready.
func (s *Session) ExportPart(only []string) ([]byte, error) {
	workbook, err := xlsx.Render(s.Report(), xlsx.Options{Draft: !s.Report().Ready(), Only: only, Practice: s.IsPractice()})
	if err != nil {
		return nil, fmt.Errorf("XLSX: %w", err)
	}
	return workbook, nil
}
