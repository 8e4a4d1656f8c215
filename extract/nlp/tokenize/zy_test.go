package tokenize
import ("testing";"os";"encoding/json";"path/filepath"
"github.com/claimline/claimline/extract/nlp/doc"
"github.com/claimline/claimline/extract/nlp/layout"
"unicode/utf8")
func TestZY(t *testing.T){
 fs,_:=filepath.Glob("/tmp/seg/raw/*.txt")
 var out []any
 for _,f:=range fs{ b,_:=os.ReadFile(f); d:=&doc.Document{Text:string(b)}; layout.Run(d); Run(d)
  ch:=func(i int)int{return utf8.RuneCountInString(d.Text[:i])}
  var ss,ts []any
  for _,s:=range d.Sentences{ss=append(ss,[]int{ch(s.Start),ch(s.End)})}
  for _,k:=range d.Tokens{ts=append(ts,map[string]any{"start":ch(k.Start),"end":ch(k.End),"text":k.Text,"xpos":"X"})}
  out=append(out,map[string]any{"file":filepath.Base(f),"sentences":ss,"tokens":ts})}
 j,_:=json.Marshal(map[string]any{"files":out}); os.WriteFile("/tmp/seg/sys.json",j,0o644)
}
