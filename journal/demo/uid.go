package demo

import (
	"encoding/binary"
	"encoding/hex"
	"math/rand/v2"
	"time"
)

// uids makes UUIDs of version 7 out of a thing's own time and the bits of a seeded generator, so
// that a made-up journal has the same ones every time.
type uids struct{ bits *rand.PCG }

func newUIDs(seed, stream uint64) uids { return uids{rand.NewPCG(seed, stream)} }

// at is the next uid for a thing of time t. A UUID counts its milliseconds from 1970 and has no
// sign; what is older gets 1970.
func (u uids) at(t time.Time) string {
	var raw [16]byte
	binary.BigEndian.PutUint64(raw[:8], uint64(max(t.UnixMilli(), 0))<<16|0x7000|u.bits.Uint64()&0x0fff)
	binary.BigEndian.PutUint64(raw[8:], 1<<63|u.bits.Uint64()>>2)

	var text [36]byte
	hex.Encode(text[0:8], raw[0:4])
	hex.Encode(text[9:13], raw[4:6])
	hex.Encode(text[14:18], raw[6:8])
	hex.Encode(text[19:23], raw[8:10])
	hex.Encode(text[24:36], raw[10:16])
	text[8], text[13], text[18], text[23] = '-', '-', '-', '-'
	return string(text[:])
}
