package honesty

// Kind says what is wrong with a passage. The form pack has honesty.KIND.what, .why and .fix for each.
type Kind string

// The kinds.
const (
	AbsoluteUnsupported   Kind = "absolute_unsupported"     // Instead: the candidates that stand
	NumberDiffers         Kind = "number_differs"           // Instead: what the data says
	GapDiffers            Kind = "gap_differs"              // a difference or percentage that does not follow from the data
	DateDiffers           Kind = "date_differs"             //
	CountDiffers          Kind = "count_differs"            // of suppliers or products examined
	SupplierUnknown       Kind = "supplier_unknown"         // said to fall short, but not among the candidates
	ReplyDiffers          Kind = "reply_differs"            // what a supplier is said to have answered
	RequirementDiffers    Kind = "requirement_differs"      // another threshold than the table's
	RequirementNotInTable Kind = "requirement_not_in_table" // no row for the metric
	DiffersFromSizing     Kind = "differs_from_sizing"      // soft: the program's own sizing says otherwise
	NumberUnsourced       Kind = "number_unsourced"         // soft: the comparison has no figure of that metric for that product
)

// Kinds lists every kind, hard ones first.
func Kinds() []Kind {
	return []Kind{AbsoluteUnsupported, NumberDiffers, GapDiffers, DateDiffers, CountDiffers, SupplierUnknown, ReplyDiffers,
		RequirementDiffers, RequirementNotInTable, DiffersFromSizing, NumberUnsourced}
}

// Hard reports whether the passage contradicts the data; a soft finding only warns.
func (k Kind) Hard() bool { return k != DiffersFromSizing && k != NumberUnsourced }

// Keys of the words for a Truth, with {subject}, {label}, {value} and {unit}.
const (
	TruthOf       = "honesty.truth"
	TruthOwn      = "honesty.truth.own"
	TruthGap      = "honesty.truth.gap"
	TruthShare    = "honesty.truth.share"
	TruthCount    = "honesty.truth.count"
	TruthDate     = "honesty.truth.date"
	TruthStanding = "honesty.truth.standing"
	TruthReply    = "honesty.truth.reply" // the value is a Reply, named by the form's choices
)

// Span is a place in the text, from Start up to but without End.
type Span struct {
	Start, End         int // bytes
	RuneStart, RuneEnd int
}

// Finding is one passage that the data does not carry. Findings come in the order of their passages.
type Finding struct {
	Kind     Kind
	At       Span   // of Words
	In       Span   // of Sentence
	Words    string // the offending words as they stand in the text
	Sentence string // without its line break
	Metric   string // what the passage speaks of; empty where it is no figure
	Subject  string // label of whom it speaks of; empty where it is the application
	Instead  []Truth
}

// Truth is what the data says. A figure is given in the unit that the passage uses, so that the two can be set side by
// side.
type Truth struct {
	Key     string // of the words: one of the Truth constants
	Subject string // label of the candidate or product, or empty
	Label   string
	Value   string // a figure, a day as year-month-day, or a reply's key
	Unit    string // as the passage writes it, empty where the value has none
	Path    string
}

// What is the key of the words that say what is wrong, with {words} and {subject}.
func (f Finding) What() string { return "honesty." + string(f.Kind) + ".what" }

// Why is the key of the words that say why, with {instead}: the truths, joined.
func (f Finding) Why() string {
	key := "honesty." + string(f.Kind)
	if f.Kind == AbsoluteUnsupported {
		switch {
		case len(f.Instead) == 0:
			key += ".few"
		case f.Instead[0].Key == TruthReply:
			key += ".reply"
		}
	}
	return key + ".why"
}

// Fix is the key of the words that say how to mend it.
func (f Finding) Fix() string { return "honesty." + string(f.Kind) + ".fix" }
