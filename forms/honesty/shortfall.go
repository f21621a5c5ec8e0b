package honesty

// judgeShortfall reads a word of want: it completes 均, speaks ill of a product that was not examined, or names a
// requirement that the table has not.
func (r *reader) judgeShortfall(t *token) {
	if r.silent() || r.deniedAt(t.from) {
		return
	}
	if r.all != nil && t.word.class&cReply == 0 {
		r.judgeAll(t)
	}
	for _, m := range r.main.unlisted {
		r.addSpan(SupplierUnknown, m.from, m.to, "", m.label, nil)
	}
	r.main.unlisted = nil
	r.judgeUnstated(t)
}

// deniedAt reports a "not" right before a place, which turns the word there into its contrary.
func (r *reader) deniedAt(at int) bool {
	if at == 0 {
		return false
	}
	switch r.r[at-1] {
	case '未', '不', '非', '没', '无', '否':
		return true
	}
	return at >= 2 && r.r[at-1] == '有' && r.r[at-2] == '没'
}

// longestAll is how many characters may part 均 from the word of want that it goes with.
const longestAll = 30

// judgeAll judges that all of the products spoken of fall short.
func (r *reader) judgeAll(t *token) {
	all := r.all
	r.all = nil
	if t.from-all.to > longestAll || r.spokenAbout(t.to) || t.is(cUnable) && !r.ofAbility(t) {
		return
	}
	var standing []Truth
	enough := true
	switch {
	case len(r.main.groups) > 0:
		standing = r.standing(r.main.groups)
	case r.main.generic || len(r.main.unlisted) > 0:
		standing, enough = r.standing(nil), r.model.Enough
	default:
		return
	}
	if len(standing) > 0 || !enough {
		r.addSpan(AbsoluteUnsupported, all.from, t.to, "", "", standing)
	}
}

// capabilities are what a product or its vendor can or cannot do for the need.
const capabilities = "满足 承载 达到 支持 替代 提供 供货 运行 部署 胜任 完成 实现 容纳 适用 交付 用于 保障 适配 胜任 按期 按时 单节点"

// ofAbility reports that a word of inability speaks of the need, and not of what someone is allowed to.
func (r *reader) ofAbility(t *token) bool {
	return r.followed(capabilities, t.to, 16) || r.inClause(cMetric|cNeed)
}

// standing lists the candidates that are not excluded, of those named or of all.
func (r *reader) standing(groups [][]int) []Truth {
	var out []Truth
	add := func(s *subject) {
		if s.candidate != nil && !s.candidate.Excluded {
			out = append(out, Truth{Key: TruthStanding, Subject: s.label, Path: s.path})
		}
	}
	if groups == nil {
		for i := range r.subjects {
			add(&r.subjects[i])
		}
	}
	for _, group := range groups {
		for _, s := range group {
			add(&r.subjects[s])
		}
	}
	return out
}

// judgeUnstated finds a requirement that is said to be unmet, of a metric that no row is about.
func (r *reader) judgeUnstated(t *token) {
	if len(r.model.Requirements) == 0 || r.at+1 >= len(r.tokens) || !r.main.generic && len(r.main.groups) == 0 {
		return
	}
	if next := &r.tokens[r.at+1]; !next.is(cNeed) || next.from-t.to > 6 {
		return
	}
	for i := r.at - 1; i >= r.clause; i-- {
		m := &r.tokens[i]
		if !m.is(cMetric) {
			continue
		}
		for _, one := range m.word.metrics {
			if !one.table || len(r.rows[one.id]) > 0 {
				return
			}
		}
		r.add(RequirementNotInTable, m, m.word.metrics, "", nil)
		return
	}
}

// judgeReply holds what a supplier is said to have answered against what it did.
func (r *reader) judgeReply(t *token) {
	if r.silent() || r.deniedAt(t.from) || t.word.reply == NoReply && !r.endsAt(t.to) {
		return
	}
	groups, all := r.main.groups, r.all != nil
	if all && r.main.generic {
		for i := range r.subjects {
			groups = append(groups, []int{i})
		}
	}
	from := t.from
	if all {
		from = r.all.from
	}
	for _, group := range groups {
		var instead []Truth
		for _, s := range group {
			x := r.subjects[s].candidate
			if x == nil || x.Reply == "" || x.Reply == t.word.reply {
				instead = nil
				break
			}
			instead = append(instead, Truth{Key: TruthReply, Subject: r.subjects[s].label, Value: string(x.Reply), Path: r.subjects[s].path})
		}
		if instead != nil {
			kind := ReplyDiffers
			if all {
				kind = AbsoluteUnsupported
			}
			r.addSpan(kind, from, t.to, "", instead[0].Subject, instead)
			return
		}
	}
}

// endsAt reports that nothing follows in the clause, so that the word has no object: 未回复, not 未回复带宽.
func (r *reader) endsAt(at int) bool {
	for at < r.to && (r.r[at] == ' ' || r.r[at] == '我' || r.r[at] == '单' || r.r[at] == '位' || r.r[at] == '本') {
		at++
	}
	if at >= r.to {
		return true
	}
	switch r.r[at] {
	case ',', ';', '。', '!', '、', ')', '\n':
		return true
	}
	return false
}
