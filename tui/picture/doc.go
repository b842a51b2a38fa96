// Package picture makes pictures of what a period adds up to: what each is called, the one sentence
// that says what is seen in it, how it is drawn, and what each of its parts is made of. The screen and
// the command line show the same ones.
package picture
