package honesty

// date is a day as prose gives it; zero where a part is left out.
type date struct{ year, month, day int }

// readDate reads 2027-06-30, 2027/6/30, 2027 年 6 月 30 日, 2027 年 6 月, 2027 年 and 6 月 30 日.
func readDate(r []rune, from int) (d date, to int, ok bool) {
	first, digits, to := readDatePart(r, from)
	if digits == 0 {
		return d, from, false
	}
	switch at := skip(r, to); {
	case digits == 4 && at < len(r) && r[at] == '年' && plausibleYear(first):
		d.year = first
		return readMonth(r, at+1, d)
	case digits == 4 && to < len(r) && (r[to] == '-' || r[to] == '/' || r[to] == '.') && plausibleYear(first):
		return readPlainDate(r, to, d, first)
	case digits <= 2 && at < len(r) && r[at] == '月' && first >= 1 && first <= 12:
		d.month = first
		day, n, end := readDatePart(r, skip(r, at+1))
		end = skip(r, end)
		if n == 0 || n > 2 || end >= len(r) || r[end] != '日' || day > 31 {
			return d, from, false
		}
		d.day = day
		return d, end + 1, true
	}
	return d, from, false
}

func plausibleYear(y int) bool { return y >= 1949 && y <= 2199 }

// readMonth reads the month and day after a year; a year alone is a date too.
func readMonth(r []rune, from int, d date) (date, int, bool) {
	month, n, to := readDatePart(r, skip(r, from))
	at := skip(r, to)
	if n == 0 || n > 2 || at >= len(r) || r[at] != '月' || month < 1 || month > 12 {
		return d, from, true
	}
	d.month = month
	day, n, to := readDatePart(r, skip(r, at+1))
	if end := skip(r, to); n > 0 && n <= 2 && end < len(r) && r[end] == '日' && day >= 1 && day <= 31 {
		d.day = day
		return d, end + 1, true
	}
	return d, at + 1, true
}

// readPlainDate reads month and day after the year and its sign.
func readPlainDate(r []rune, from int, d date, year int) (date, int, bool) {
	month, n, to := readDatePart(r, from+1)
	if n == 0 || n > 2 || month < 1 || month > 12 || to >= len(r) || r[to] != r[from] {
		return d, from, false
	}
	day, n, end := readDatePart(r, to+1)
	if n == 0 || n > 2 || day < 1 || day > 31 {
		return d, from, false
	}
	return date{year, month, day}, end, true
}

// readDatePart reads up to four digits, or as many Chinese numerals.
func readDatePart(r []rune, from int) (value, digits, to int) {
	for to = from; to < len(r) && isDigit(r[to]); to++ {
		if to-from >= 4 {
			return 0, 0, from
		}
		value = value*10 + int(r[to]-'0')
	}
	if to > from {
		return value, to - from, to
	}
	for to < len(r) && to-from < 5 && isNumeral(r[to]) {
		to++
	}
	if to == from {
		return 0, 0, from
	}
	n, end, ok := readWholeNumeral(r[:to], from)
	if !ok || end != to || n > 9999 {
		return 0, 0, from
	}
	if n >= 1000 {
		return int(n), 4, to
	}
	return int(n), 2, to
}

func skip(r []rune, at int) int {
	for at < len(r) && r[at] == ' ' {
		at++
	}
	return at
}
