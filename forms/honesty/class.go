package honesty

// class is what a word does in a sentence. A word may do several things.
type class uint64

const (
	cMetric     class = 1 << iota // names what is measured
	cNeed                         // speaks of the requirement
	cGeneric                      // speaks of domestic supply at large
	cDomestic                     // domestic, of whatever is named next
	cThose                        // speaks of the products named before
	cPronoun                      // speaks of the product named last
	cElsewhere                    // speaks of other times or works than the project
	cOwn                          // speaks of the applicant or its site
	cOp                           // compares; the word's op says how
	cPostOp                       // compares, behind the figure
	cThan                         // sets what follows as that which is compared with
	cDelta                        // what follows is a difference
	cApprox                       // what follows is not exact
	cPerDevice                    // of one device
	cPerReplica                   // of one replica
	cInTotal                      // of many devices together
	cMaybe                        // what follows is not said to be so now
	cDeny                         // what follows is denied or put in doubt
	cNot                          // short, unable, unmet
	cUnable                       // cannot, of whatever follows
	cReply                        // what was answered; the word's reply says what
	cMeet                         // meets
	cAll                          // every one
	cRespective                   // figures and names go in pairs
	cJoin                         // and
	cPart                         // a part of the whole
	cWhole                        // the whole number
	cNow                          // says of which moment a share is
	cSupply                       // suppliers, products: what is counted
	cOpen                         // quotation mark
	cClose                        //
	cList                         // 、
	cComma                        // parts clauses
	cStop                         // parts sentences
	cAbsolute                     // the word's rule says when it claims too much
)

// op is a comparison.
type op uint8

const (
	opNone op = iota
	opBelow
	opAtMost
	opAbove
	opAtLeast
)

// word is what the tables say of a word.
type word struct {
	class   class
	op      op
	reply   Reply
	metrics []*metric
	rule    *absolute
}
