package gap

import (
	"slices"
	"strings"

	"h200filing/forms/names"
)

// WaitingDays is how long a written inquiry must have been out before silence counts as no answer: the ten days are a
// planning rule of this program, not of any regulation.
const WaitingDays = 10

// oral names the channels, or parts of their names, that leave nothing in writing.
var oral = [...]string{
	"phone", "call", "visit", "oral", "meeting",
	"电话", "口头", "拜访", "走访", "面谈", "会谈", "来访", "上门",
}

// WrittenChannel reports whether an inquiry by this channel leaves something in writing: every channel that is named does,
// unless it goes by telephone or in person.
func WrittenChannel(channel string) bool {
	return names.Fold(channel) != "" && !oralChannel(channel)
}

func oralChannel(channel string) bool {
	folded := names.Fold(channel)
	return slices.ContainsFunc(oral[:], func(word string) bool { return strings.Contains(folded, word) })
}

// inquiry is where the correspondence with a candidate stands.
type inquiry struct {
	ground   Ground    // empty: it excludes nobody
	settle   SettleKey // empty: the supplier answered
	daysLeft int
}

func inquire(c *Candidate, today int32) inquiry {
	asked := dayOf(c.InquiredOn)
	written := asked != 0 && asked <= today && WrittenChannel(c.Channel)
	switch {
	case answered(c.Reply):
		return inquiry{}
	case !written:
		return inquiry{settle: InquireInWriting}
	case c.Reply == Declined:
		return inquiry{ground: InquiryDeclined}
	case today-asked < WaitingDays:
		return inquiry{settle: AwaitReply, daysLeft: WaitingDays - int(today-asked)}
	default:
		return inquiry{ground: InquiryUnanswered}
	}
}
