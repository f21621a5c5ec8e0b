package forms_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"h200filing/forms"
	"h200filing/forms/formstest"
)

// TestValue reads texts as people type them.
func TestValue(t *testing.T) {
	form := formstest.Form(t)
	for _, c := range []struct {
		field, raw, plain string
		flaw              forms.Flaw
	}{
		{"product.quantity", "３２", "32", ""},
		{"product.quantity", " 1,032 ", "1032", ""},
		{"product.quantity", "3.5", "", forms.NotInt},
		{"product.quantity", "-3", "", forms.BelowMin},
		{"product.quantity", "32 张", "", forms.NotInt},
		{"product.unit_price", "abc", "", forms.NotMoney},
		{"product.unit_price", "27,000.00", "27000.00", ""},
		{"product.unit_price", "27000.005", "", forms.NotMoney},
		{"product.unit_price", "-1", "", forms.BelowMin},
		{"product.unit_price", "1e3", "", forms.NotMoney},
		{"product.fx_rate", "7.0800", "7.08", ""},
		{"product.us_duty_rate", "25%", "25", ""},
		{"product.us_duty_rate", "２５％", "25", ""},
		{"product.us_duty_rate", "101", "", forms.AboveMax},
		{"product.quantity", "9999999999999999999999999", "", forms.AboveMax},
		{"product.unit_price", "99999999999999999999", "", forms.AboveMax},
		{"product.fx_date", "2026年11月20日", "2026-11-20", ""},
		{"product.fx_date", "2026/1/2", "2026-01-02", ""},
		{"product.fx_date", "26-11-20", "", forms.NotDate},
		{"product.fx_date", "2026-02-30", "", forms.NotDate},
		{"importer.same_as_applicant", "是", "true", ""},
		{"importer.same_as_applicant", "No", "false", ""},
		{"importer.same_as_applicant", "maybe", "", forms.NotBool},
		{"product.model", "h200_sxm", "h200_sxm", ""},
		{"product.model", "b200", "", forms.RefusedChoice},
		{"product.model", "B200", "", forms.RefusedChoice},
		{"product.model", "a100", "", forms.NotChoice},
		{"product.hs_code", "9999999999", "9999999999", ""}, // an open list
		{"product.goods_use", "送人", "", forms.NotChoice},
		{"attachments[].file", "quote.pdf", "", forms.NoContent},
	} {
		field := form.Field(c.field)
		value, flaw := field.Value(c.raw, form.Choices)
		if flaw != c.flaw {
			t.Errorf("%s %q: flaw %q, want %q", c.field, c.raw, flaw, c.flaw)
			continue
		}
		q := forms.Question{Field: field, Value: value, State: forms.Answered}
		if flaw == "" && q.Plain() != c.plain {
			t.Errorf("%s %q reads %q, want %q", c.field, c.raw, q.Plain(), c.plain)
		}
	}
}

func TestAttachmentText(t *testing.T) {
	sum := "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
	for _, a := range []forms.Attachment{{Name: "报价 单.pdf", SHA256: sum}, {Name: "x.pdf"}, {Name: "sha256:short x.pdf"}} {
		if diff := cmp.Diff(a, forms.ParseAttachment(a.Text())); diff != "" {
			t.Error(diff)
		}
	}
}

func TestCountChars(t *testing.T) {
	if n := forms.CountChars("申请 H200\n　共 32 张。"); n != 11 {
		t.Errorf("counted %d", n)
	}
}

func FuzzValue(f *testing.F) {
	f.Add("７，０００.00")
	f.Add("2026年13月")
	f.Add("sha256:")
	form := formstest.Form(f)
	var fields []*forms.Field
	form.Walk(func(field *forms.Field) { fields = append(fields, field) })
	f.Fuzz(func(t *testing.T, raw string) {
		for _, field := range fields {
			value, flaw := field.Value(raw, form.Choices)
			q := forms.Question{Field: field, Value: value, Raw: raw, State: forms.Answered}
			if flaw == "" && field.Type == forms.TypeInt && q.Plain() == "" {
				t.Errorf("%s: %q gives nothing", field.ID, raw)
			}
		}
	})
}
