package forms_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"h200filing/forms"
	"h200filing/forms/formstest"
	"h200filing/i18n"
)

const filed = `
project: {site_name: 余杭示例智算中心}
product: {model: h200_sxm, quantity: "4", unit_price: "27000.00", currency: USD, contract_no: HT-1}
`

// TestOrderGate walks the ledger: what may be ordered when, and which rule
// blocks what may not.
func TestOrderGate(t *testing.T) {
	for name, c := range map[string]struct {
		ledger, gate, approved, ordered string
		blocked                         []string
	}{
		"submitted":        {`{status: submitted, "on": 2026-09-01}`, "no_approval", "0", "0", nil},
		"approved":         {`{status: approved, "on": 2026-10-01, quantity: 4}`, "may_order", "4", "0", nil},
		"ordered early":    {`{status: ordered, "on": 2026-09-02, quantity: 4}`, "exceeded", "0", "4", []string{"ledger.approved_before_order"}},
		"ordered before":   {`{status: ordered, "on": 2026-09-02, quantity: 4}, {status: approved, "on": 2026-10-01, quantity: 4}`, "within", "4", "4", []string{"ledger.approved_before_order"}},
		"ordered":          {`{status: approved, "on": 2026-10-01, quantity: 4}, {status: ordered, "on": 2026-10-02, quantity: 3}, {status: ordered, "on": 2026-10-03, quantity: 1}`, "within", "4", "4", nil},
		"ordered too many": {`{status: approved_conditionally, "on": 2026-10-01, quantity: 4, conditions: 并行采购}, {status: ordered, "on": 2026-10-02, quantity: 3}, {status: ordered, "on": 2026-10-03, quantity: 2}`, "exceeded", "4", "5", []string{"ledger.order_within_approval"}},
		"refused later":    {`{status: approved, "on": 2026-09-01, quantity: 4}, {status: refused, "on": 2026-10-01}, {status: ordered, "on": 2026-10-02, quantity: 4}`, "exceeded", "0", "4", []string{"ledger.not_refused"}},
		"how many?":        {`{status: approved, "on": 2026-10-01, quantity: 4}, {status: ordered, "on": 2026-10-02}`, "", "4", "", nil},
	} {
		t.Run(name, func(t *testing.T) {
			_, r := readAnswers(t, filed+"ledger: ["+c.ledger+"]\n")
			got := []string{r.Question("record.gate").Plain(), r.Question("record.approved").Plain(), r.Question("record.ordered").Plain()}
			if diff := cmp.Diff([]string{c.gate, c.approved, c.ordered}, got); diff != "" {
				t.Errorf("gate, approved, ordered (-want +got): %s", diff)
			}
			var blocked []string
			for _, f := range r.Of(forms.Blocker) {
				if strings.HasPrefix(f.Rule, "ledger.") && !slices.Contains(blocked, f.Rule) {
					blocked = append(blocked, f.Rule)
				}
			}
			if diff := cmp.Diff(c.blocked, blocked); diff != "" {
				t.Errorf("blockers (-want +got): %s", diff)
			}
		})
	}
}

func device(serial, model, number, site, more string) string {
	return fmt.Sprintf("  - {serial: %s, model: %s, arrived_on: 2026-11-12, declaration_no: %s, site: %s, rack: A1%s}\n", serial, model, number, site, more)
}

// TestDeclarations counts devices by declaration and names those of another
// model or site.
func TestDeclarations(t *testing.T) {
	_, r := readAnswers(t, filed+`
papers:
  - {number: HT-1, kind: contract, "on": 2026-10-12, model: h200_sxm, quantity: 4, value: "108000.00"}
  - {number: B1, kind: declaration, "on": 2026-11-10, model: h200_sxm, quantity: 3, value: "81000.00"}
devices:
`+device("S1", "h200_sxm", "B1", "余杭示例智算中心", ", in_service_on: 2026-11-18")+
		device("S2", "h200_nvl", "B1", "余杭示例智算中心 2 号楼", "")+
		device("S3", "h200_sxm", "B2", "其他机房", ", in_service_on: 2026-11-18, retired_on: 2026-11-20"))
	three := decimal.NewFromInt(3)
	want := []forms.Declared{{Number: "B1", Stated: &three, Listed: true, Arrived: 2, InService: 1}, {Number: "B2", Arrived: 1, Retired: 1}}
	if diff := cmp.Diff(want, r.Declarations(), cmp.Comparer(func(a, b decimal.Decimal) bool { return a.Equal(b) })); diff != "" {
		t.Errorf("(-want +got): %s", diff)
	}
	devices := r.Rows("devices")
	mismatches := []forms.Mismatch{{Device: devices[1], Answer: devices[1].Join("model"), Stated: "product.model"}, {Device: devices[2], Answer: devices[2].Join("site"), Stated: "project.site_name"}}
	if diff := cmp.Diff(mismatches, r.DeviceMismatches()); diff != "" {
		t.Errorf("(-want +got): %s", diff)
	}
	for path, want := range map[forms.Path]string{"record.arrived": "3", "record.in_service": "1", "record.retired": "1", "record.other_model": "1", "record.other_site": "1"} {
		if got := r.Question(path).Plain(); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
}

// TestAgreements holds the outcome of the comparison to the blockers: papers that
// differ are never passed, and those that agree are never blocked.
func TestAgreements(t *testing.T) {
	const contract = `{number: HT-1, kind: contract, "on": 2026-10-12, model: h200_sxm, quantity: 4, value: "108000.00"}`
	for name, c := range map[string]struct {
		papers string
		n      int // devices in the register
		want   [3]forms.Agreeing
	}{
		"nothing yet":    {"", 0, [3]forms.Agreeing{"open", "open", "open"}},
		"contract":       {contract, 0, [3]forms.Agreeing{"agrees", "partly", "agrees"}},
		"other model":    {strings.Replace(contract, "sxm", "nvl", 1), 0, [3]forms.Agreeing{"differs", "partly", "agrees"}},
		"other quantity": {strings.Replace(contract, "quantity: 4", "quantity: 5", 1), 0, [3]forms.Agreeing{"agrees", "differs", "agrees"}},
		"other value":    {strings.Replace(contract, "108000", "100000", 1), 0, [3]forms.Agreeing{"agrees", "partly", "differs"}},
		"half declared":  {contract + `, {number: B1, kind: declaration, "on": 2026-11-10, model: h200_sxm, quantity: 2, value: "54000.00"}`, 2, [3]forms.Agreeing{"agrees", "partly", "partly"}},
		"all declared":   {contract + `, {number: B1, kind: declaration, "on": 2026-11-10, model: h200_sxm, quantity: 4, value: "108000.00"}`, 4, [3]forms.Agreeing{"agrees", "agrees", "agrees"}},
		"undervalued":    {contract + `, {number: B1, kind: declaration, "on": 2026-11-10, model: h200_sxm, quantity: 4, value: "90000.00"}`, 4, [3]forms.Agreeing{"agrees", "agrees", "differs"}},
		"over-declared":  {contract + `, {number: B1, kind: declaration, "on": 2026-11-10, model: h200_sxm, quantity: 5, value: "135000.00"}`, 4, [3]forms.Agreeing{"agrees", "differs", "partly"}},
		"undeclared":     {contract + `, {number: B1, kind: declaration, "on": 2026-11-10, model: h200_sxm, quantity: 1, value: "27000.00"}`, 2, [3]forms.Agreeing{"agrees", "differs", "partly"}},
	} {
		t.Run(name, func(t *testing.T) {
			yaml := filed + "papers: [" + c.papers + "]\n"
			if c.n > 0 {
				yaml += "devices:\n"
			}
			for i := range c.n {
				yaml += device(fmt.Sprint("S", i), "h200_sxm", "B1", "余杭示例智算中心", "")
			}
			_, r := readAnswers(t, yaml)
			var got [3]forms.Agreeing
			for i, a := range r.Agreements() {
				got[i] = a.Outcome
			}
			if got != c.want {
				t.Errorf("model, quantity, value: %v, want %v", got, c.want)
			}
			blocked := slices.ContainsFunc(r.Of(forms.Blocker), func(f forms.Finding) bool { return strings.HasPrefix(f.Rule, "papers.") })
			if differs := slices.Contains(got[:], forms.Differs); differs != blocked {
				t.Errorf("differs %v, blocked %v: %v", differs, blocked, r.Of(forms.Blocker))
			}
		})
	}
}

// TestEveryDoubtfulCandidateIsAnswered takes an answer to a candidate's case
// away: a blocker where it is not excluded beyond doubt, or else a warning.
func TestEveryDoubtfulCandidateIsAnswered(t *testing.T) {
	whole := formstest.Evaluate(t, formstest.Answers(t, formstest.Supported))
	levels := map[forms.Level]int{}
	for i, row := range whole.Rows("suppliers") {
		x, _ := whole.Examined(row)
		want := forms.Blocker
		if x.BeyondDoubt {
			want = forms.Warning
		}
		answers := caseAnswers(t, "inference-supported.yaml")
		counter := forms.Path("justification.counter").Row(answers.Rows("justification.counter")[i])
		for _, c := range answers.Removal(counter) {
			if _, err := answers.Apply(c); err != nil {
				t.Fatal(err)
			}
		}
		r := forms.Evaluate(formstest.Form(t), answers, formstest.Context(t))
		got := forms.Level("")
		for _, f := range r.Findings {
			if strings.HasPrefix(f.Rule, "justification.countered") {
				got = f.Level
			}
		}
		levels[got]++
		if got != want {
			t.Errorf("%s, beyond doubt %v: %q, want %q", x.Product, x.BeyondDoubt, got, want)
		}
	}
	if levels[forms.Blocker] == 0 || levels[forms.Warning] == 0 {
		t.Errorf("the case shows one level only: %v", levels)
	}
}

// TestConflictsFollowTheAnswers holds the flags of clashing laws to the answers
// that raise them.
func TestConflictsFollowTheAnswers(t *testing.T) {
	for _, c := range []struct{ answers, visits, data, location string }{
		{`end_use: {foreign_visit_ack: true, remote_access: true, data_law_ack: true}` + "\nproduct: {storage_location: mainland}", "handled", "handled", "reported"},
		{`end_use: {foreign_visit_ack: false, remote_access: true, data_law_ack: false}` + "\nproduct: {storage_location: overseas}", "open", "open", "open"},
		{`end_use: {foreign_visit_ack: true, remote_access: false, data_law_ack: true}` + "\nproduct: {storage_location: hong_kong_macau}", "handled", "none", "open"},
		{`end_use: {remote_access: true}`, "", "", ""},
	} {
		_, r := readAnswers(t, c.answers+"\n")
		got := []string{r.Question("end_use.conflict_visits").Plain(), r.Question("end_use.conflict_data").Plain(), r.Question("end_use.conflict_location").Plain()}
		if diff := cmp.Diff([]string{c.visits, c.data, c.location}, got); diff != "" {
			t.Errorf("%s (-want +got): %s", c.answers, diff)
		}
	}
}

// TestCountsAreNotMiswritten explains a count of some rows: a formula in labels
// would read as a count of all of them.
func TestCountsAreNotMiswritten(t *testing.T) {
	_, r := readAnswers(t, filed+"devices:\n"+device("S1", "h200_nvl", "B1", "其他机房", ""))
	x := r.Explain(r.Question("record.other_model"), i18n.Hans)
	if strings.Contains(x.Formula, "len") || strings.Contains(x.Filled, "len") || !strings.Contains(x.Formula, formstest.Form(t).Text(i18n.Hans).Terms["formula.list"]) {
		t.Errorf("the count is explained as %q, %q", x.Formula, x.Filled)
	}
}
