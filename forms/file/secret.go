package file

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/binary"
	"encoding/hex"
	"errors"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// An encrypted file begins with one page in the clear, and behind it is the
// SQLite database, every page encrypted (shifted.go). The page in the clear holds
// what is needed to make the key from the password, and nothing of the content:
//
//	0   16  sealedMagic
//	16  12  cost of Argon2id: passes, KiB of memory, threads; big endian
//	28  16  salt, new with every password
//	44  32  verifier, which tells a wrong password from a damaged file
//	76  32  SHA-256 of the bytes before
//	108     zeros
//
// Argon2id (RFC 9106) gives 64 bytes: the key and the verifier, neither of which
// tells anything about the other.
const (
	sealedMagic = "H200 encrypted 1"
	prefixSize  = 4096
	saltAt      = 28
	verifierAt  = 44
	checksumAt  = 76
	keySize     = 32
)

// cost is what deriving a key takes.
type cost struct{ passes, memory, threads uint32 }

// usualCost is the second recommended option of RFC 9106, section 4.
var usualCost = cost{passes: 3, memory: 64 << 10, threads: 4}

// bearable tells whether a cost can be that of a real file; a hostile one must
// not use up memory or time.
func (c cost) bearable() bool {
	return c.passes >= 1 && c.passes <= 16 && c.threads >= 1 && c.threads <= 16 &&
		c.memory >= 8*c.threads && c.memory <= 256<<10
}

// secret is the key of an encrypted file, with the page that tells how it is
// made from the password.
type secret struct {
	prefix []byte
	key    []byte
}

// newSecret makes a key from a password and a new salt.
func newSecret(password string, c cost) (*secret, error) {
	if password == "" {
		return nil, NeedsPassword
	}
	prefix := make([]byte, prefixSize)
	copy(prefix, sealedMagic)
	for i, n := range []uint32{c.passes, c.memory, c.threads} {
		binary.BigEndian.PutUint32(prefix[16+4*i:], n)
	}
	if _, err := rand.Read(prefix[saltAt:verifierAt]); err != nil {
		return nil, err
	}
	key, verifier := derive(password, prefix, c)
	copy(prefix[verifierAt:], verifier)
	sum := sha256.Sum256(prefix[:checksumAt])
	copy(prefix[checksumAt:], sum[:])
	return &secret{prefix, key}, nil
}

// derive makes key and verifier. The password is brought to Unicode's form NFC
// first, for not every keyboard composes characters alike.
func derive(password string, prefix []byte, c cost) (key, verifier []byte) {
	text, salt := norm.NFC.Bytes([]byte(password)), prefix[saltAt:verifierAt]
	both := argon2.IDKey(text, salt, c.passes, c.memory, uint8(c.threads), 2*keySize)
	return both[:keySize], both[keySize:]
}

// checkPrefix reads the page in the clear without the password.
func checkPrefix(prefix []byte) (c cost, err error) {
	if len(prefix) < prefixSize {
		return c, errors.New("cut off within the first page")
	}
	if sum := sha256.Sum256(prefix[:checksumAt]); !bytes.Equal(sum[:], prefix[checksumAt:checksumAt+sha256.Size]) {
		return c, errors.New("the first page does not match its checksum")
	}
	number := func(i int) uint32 { return binary.BigEndian.Uint32(prefix[16+4*i:]) }
	if c = (cost{number(0), number(1), number(2)}); !c.bearable() {
		return c, errors.New("the first page asks for an unbearable effort")
	}
	return c, nil
}

// openSecret makes the key of a file from its first page. It fails with
// NeedsPassword, WrongPassword or, of a page that is not whole, Damaged.
func openSecret(prefix []byte, password string) (*secret, error) {
	c, err := checkPrefix(prefix)
	if err != nil {
		return nil, errors.Join(Damaged, err)
	}
	if password == "" {
		return nil, NeedsPassword
	}
	key, verifier := derive(password, prefix, c)
	if subtle.ConstantTimeCompare(verifier, prefix[verifierAt:checksumAt]) == 0 {
		return nil, WrongPassword
	}
	return &secret{prefix[:prefixSize], key}, nil
}

// uri gives the part of a database's address that has it decrypted.
func (s *secret) uri(plain string) string {
	if s == nil {
		return "?vfs=" + plain
	}
	return "?vfs=" + sealedVFS + "&hexkey=" + hex.EncodeToString(s.key)
}
