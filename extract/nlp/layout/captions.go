package layout

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// captionLabels stand on a line of their own above a caption.
var captionLabels = set("caption image-caption media-caption photo-caption picture-caption video-caption")

// byLabel: the line above says that this is a caption.
func byLabel(p *page, i int) doc.BlockRole {
	if i > 0 && p.blocks[i].look.words <= 60 && captionLabels[strings.ReplaceAll(p.blocks[i-1].norm, " ", "-")] {
		return doc.Caption
	}
	return ""
}

// byCredit: a short block that ends with who took the picture.
func byCredit(p *page, i int) doc.BlockRole {
	b := p.blocks[i]
	if b.look.words > 90 || b.Len() > normalLength {
		return ""
	}
	for _, c := range phrases.credit {
		if ends(b.norm, c.text, "/|-([.,:;]>") {
			return doc.Caption
		}
	}
	for _, c := range phrases.slash {
		if ends(b.norm, c.text, "/|") {
			return doc.Caption
		}
	}
	tail := b.norm[max(0, len(b.norm)-80):]
	for _, word := range []string{"credit: ", "photograph: ", "photo: ", "picture: ", "pic: ", "image: ", "photo by ", "audio: ", "video: ", "source: supplied"} {
		if at := strings.LastIndex(tail, word); at > 0 && strings.IndexByte(" .([|", tail[at-1]) >= 0 {
			return doc.Caption
		}
	}
	if open := strings.LastIndexAny(b.norm, "([/"); open >= 0 && len(b.norm)-open < 100 {
		if pictured(b.norm[open+1:]) || strings.HasSuffix(b.norm[:open], "reuters") || strings.HasSuffix(b.norm[:open], "photo") {
			return doc.Caption // "(Photo: …", "REUTERS/…", "AP Photo/…"
		}
	}
	return ""
}

// ends reports whether norm ends with a phrase, one of signs before it.
func ends(norm, phrase, signs string) bool {
	head, ok := strings.CutSuffix(norm, phrase)
	head = strings.TrimRight(head, " ")
	return ok && head != "" && strings.IndexByte(signs, head[len(head)-1]) >= 0
}

// pictured reports whether what a bracket holds says who took a picture.
func pictured(inner string) bool {
	for _, word := range []string{"photo by", "photo:", "photo courtesy", "photograph", "image:", "image by", "image courtesy", "picture:", "pic:", "credit:", "courtesy of", "file photo", "ap photo", "afp photo", "photo/", "photo credit", "image credit"} {
		if strings.HasPrefix(inner, word) {
			return true
		}
	}
	return false
}
