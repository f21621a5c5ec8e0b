// Package ident checks the identifiers of a filing: 统一社会信用代码, 组织机构
// 代码, 公民身份号码, telephone, e-mail, postcode, 行政区划代码 and 海关注册编码.
//
// A check answers with a [Problem], a stable code, and [None] when it finds
// nothing wrong; the wording for the user belongs to the form pack. It judges
// the normal form of what it is given, so full-width digits, blanks and lower
// case are no problem; callers store what the Normalise function of the same
// kind returns. "Nothing wrong" means well formed: no check knows whether an
// identifier was ever issued.
//
// The package refuses to guess. It completes no missing digit, swaps no
// look-alike letter, and has no list of counties, since codes below the
// province change every year. It holds no clock: a birth date is compared
// with today by whoever has one.
//
// It stands on the first floor of the house, beside the other forms packages,
// does no I/O and imports nothing of the house.
package ident
