// Package demo writes a made-up journal: two years told by hand in the text files of story/, and,
// for whoever wants a lifetime, older years before them, put together from the sentences in growth/.
//
// It does no input or output and knows no clock. The same plan gives the same words, ids and uids,
// always, and the two years told by hand are the same in every plan that ends on the same day and has
// room for them; a plan of one year has the latter half of them.
//
// Both folders hold plain text, which may be edited with nothing but a text editor; a mistake in
// them is reported with its file and line. See story.go and pool.go for their forms.
package demo
