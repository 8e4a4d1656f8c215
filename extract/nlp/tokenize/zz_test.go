package tokenize
import ("testing";"fmt";"strings";"sort";"os"
"github.com/claimline/claimline/extract/nlp/doc"
"github.com/claimline/claimline/extract/nlp/doctest"
"github.com/claimline/claimline/extract/nlp/layout")
func TestZZ(t *testing.T){
 f:=os.Getenv("ZF"); if f=="" {f="data/ud-ewt/en_ewt-ud-dev.conllu.gz"}
 m:=map[string]int{}
 for _,g:=range doctest.ReadTreebank(t,f){
  d:=&doc.Document{Text:g.Text}; layout.Run(d); Run(d)
  gs,ss:=spans(&g.Document),spans(d)
  // differing regions
  bad:=map[int]bool{}
  for s:=range gs{ if !ss[s]{ for i:=s.Start;i<s.End;i++{bad[i]=true}}}
  for s:=range ss{ if !gs[s]{ for i:=s.Start;i<s.End;i++{bad[i]=true}}}
  cov:=func(d *doc.Document,a,b int)string{var o []string; for _,t:=range d.Tokens{ if t.End>a&&t.Start<b{o=append(o,t.Text)}}; return strings.Join(o," ")}
  for i:=0;i<len(g.Text);i++{ if bad[i]{ j:=i; for j<len(g.Text)&&g.Text[j]!=' '&&g.Text[j]!='\n'{j++}; a:=i; for a>0&&g.Text[a-1]!=' '&&g.Text[a-1]!='\n'{a--}
    m["G: "+cov(&g.Document,a,j)+"   S: "+cov(d,a,j)]++; i=j}}
  ge,se:=ends(&g.Document),ends(d)
  for e:=range ge{ if !se[e]{ k:=e.End; fmt.Printf("MISS %q | %q\n",g.Text[max(0,k-50):k],g.Text[k:min(len(g.Text),k+40)])}}
  for e:=range se{ if !ge[e]{ k:=e.End; fmt.Printf("EXTRA %q | %q\n",g.Text[max(0,k-50):k],g.Text[k:min(len(g.Text),k+40)])}}
 }
 var ks []string; for k:=range m{ks=append(ks,k)}
 sort.Slice(ks,func(i,j int)bool{ if m[ks[i]]!=m[ks[j]]{return m[ks[i]]>m[ks[j]]}; return ks[i]<ks[j]})
 for _,k:=range ks{fmt.Println("TOK",m[k],k)}
}
