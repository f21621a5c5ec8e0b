package lock

import (
	"bytes"
	"crypto/aes"
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha1"
	"crypto/subtle"
	"encoding/binary"
)

// The parts of an encrypted entry by AE-2 with 256 bits: salt, two bytes that tell
// most wrong passwords at once, the cipher text, the seal.
const (
	saltSize  = 16
	checkSize = 2
	sealSize  = 10
	keySize   = 32
	rounds    = 1000 // of the derivation of the keys, as laid down
)

// keys are what a password and a salt give.
type keys struct{ cipher, seal, check []byte }

func keysOf(password string, salt []byte) (keys, error) {
	k, err := pbkdf2.Key(sha1.New, password, salt, rounds, 2*keySize+checkSize)
	if err != nil {
		return keys{}, err
	}
	return keys{k[:keySize], k[keySize : 2*keySize], k[2*keySize:]}, nil
}

// seal encrypts data.
func seal(data []byte, password string) ([]byte, error) {
	out := make([]byte, saltSize, saltSize+checkSize+len(data)+sealSize)
	if _, err := rand.Read(out); err != nil {
		return nil, err
	}
	k, err := keysOf(password, out)
	if err != nil {
		return nil, err
	}
	encrypted, err := k.xor(data)
	if err != nil {
		return nil, err
	}
	out = append(append(out, k.check...), encrypted...)
	return append(out, k.sum(encrypted)...), nil
}

// unseal decrypts what seal made, or fails with ErrWrong: data that were changed
// cannot be told from a wrong password that passed the first check.
func unseal(sealed []byte, password string) ([]byte, error) {
	if len(sealed) < saltSize+checkSize+sealSize {
		return nil, errKind
	}
	salt, rest := sealed[:saltSize], sealed[saltSize:]
	k, err := keysOf(password, salt)
	if err != nil {
		return nil, err
	}
	encrypted, sum := rest[checkSize:len(rest)-sealSize], rest[len(rest)-sealSize:]
	if !bytes.Equal(rest[:checkSize], k.check) || !hmac.Equal(sum, k.sum(encrypted)) {
		return nil, ErrWrong
	}
	return k.xor(encrypted)
}

// sum is the seal: the first ten bytes of HMAC-SHA-1 of the cipher text.
func (k keys) sum(encrypted []byte) []byte {
	h := hmac.New(sha1.New, k.seal)
	h.Write(encrypted)
	return h.Sum(nil)[:sealSize]
}

// xor encrypts and decrypts: AES counting up from 1, least byte first, which the
// standard library's counter does not do.
func (k keys) xor(data []byte) ([]byte, error) {
	block, err := aes.NewCipher(k.cipher)
	if err != nil {
		return nil, err
	}
	out := make([]byte, len(data))
	var counter, stream [aes.BlockSize]byte
	for at, n := 0, uint64(1); at < len(data); at, n = at+aes.BlockSize, n+1 {
		binary.LittleEndian.PutUint64(counter[:], n)
		block.Encrypt(stream[:], counter[:])
		end := min(at+aes.BlockSize, len(data))
		subtle.XORBytes(out[at:end], data[at:end], stream[:])
	}
	return out, nil
}
