import PlainText

/// The style sheet of a page: for a telephone, a desk and A4 paper, light and dark.
enum HTMLStyle {
  /// The whole sheet for a report.
  static func sheet(_ document: ReportDocument) -> String {
    """
    :root{color-scheme:light dark;\(HTMLPalette.light.declarations)}
    @media screen and (prefers-color-scheme:dark){:root{\(HTMLPalette.dark.declarations)}}
    \(page)
    \(document.isSheet ? HTMLSheetStyle.print(document) : print(document))
    """ + (document.title == onePage ? "\n" + closer : "")
  }

  /// What is meant to be one page on paper.
  private static let onePage = "Note of visit"

  /// Set closer, so that a visit with some notes, strengths and actions stands on one page of A4.
  private static let closer = """
    @media print{
    html{font-size:8.75pt}
    body{line-height:1.25}
    h2{margin:.6rem 0 .2rem;padding-top:.25rem;font-size:1.1rem;border-top-width:1px}
    h3{margin:.5rem 0 .1rem}
    p,ul,ol,dl,.terms div{margin:.15rem 0}
    li{margin:.2rem 0}
    .callout,.fields{margin:.4rem 0}
    .callout{padding:.3rem .6rem}
    .fields dd{margin:0}
    }
    """

  private static let page = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:anywhere;
    font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
    main{max-width:46rem;margin:0 auto;padding:1.25rem 1rem 3rem}
    h1{font-size:1.75rem;line-height:1.2;margin:0}
    .subject{font-size:1.15rem;margin:.25rem 0 0}
    .made,.note,caption,figcaption,.key{color:var(--quiet);font-size:.9rem}
    .made{margin:.25rem 0 0}
    h2{font-size:1.25rem;line-height:1.3;margin:2.25rem 0 .75rem;padding-top:.6rem;border-top:2px solid var(--ink)}
    h3{font-size:1.05rem;line-height:1.35;margin:1.5rem 0 .4rem}
    p{margin:.5rem 0}
    a{color:var(--link)}
    .callout{background:var(--warn);color:var(--warnink);border-left:.4rem solid var(--warnink);
    padding:.6rem .9rem;margin:1rem 0;font-weight:600}
    .callout.provenance{background:var(--card);color:var(--ink);border-color:var(--line);font-weight:400}
    dl{margin:.5rem 0}
    dt{color:var(--quiet);font-size:.9rem}
    dd{margin:0 0 .4rem}
    .fields{margin:1rem 0}
    .fields div{display:grid;grid-template-columns:7rem 1fr;column-gap:.75rem}
    .fields dt{font-size:1em}
    .fields dd{margin:0 0 .2rem}
    .terms dt,.facts dt{display:inline;font-size:1em}
    .terms dt::after,.facts dt::after{content:": "}
    .terms dd,.facts dd{display:inline;margin:0}
    .terms div{margin:.3rem 0}
    .facts div{display:inline-block;margin:0 1.2rem .2rem 0}
    .wide{overflow-x:auto;margin:.75rem 0;max-width:100%}
    .wide:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;line-height:1.35}
    caption{text-align:left;padding:.2rem 0 .4rem}
    caption span{display:block;position:sticky;left:0;max-width:calc(100vw - 2rem)}
    th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);
    overflow-wrap:break-word}
    th{font-weight:600}
    td.n,th.n{text-align:right;white-space:nowrap}
    thead th{border-bottom:2px solid var(--ink)}
    .numbers tbody th{font-weight:400;min-width:7.5rem;position:sticky;left:0;background:var(--paper)}
    .chart{display:flex;flex-wrap:wrap;align-items:flex-end;gap:0 2rem}
    .chart figure{flex:1 1 18rem;min-width:0}
    .chart .wide{flex:1 1 14rem;min-width:0}
    .chart tbody th{min-width:4rem}
    ul,ol{margin:.5rem 0;padding:0;list-style:none}
    li{position:relative;padding-left:2rem;margin:.7rem 0}
    li>:first-child{margin-top:0}
    .mark{position:absolute;left:0;top:0;min-width:1.4rem;font-weight:700;text-align:center}
    .sign{border:1.5px solid currentColor;line-height:1.4rem;height:1.5rem;width:1.5rem}
    .strength .sign{border-radius:50%}
    .question .sign{border-style:dashed}
    .concern>.mark{background:var(--ink);color:var(--paper);border-color:var(--ink)}
    .late>p:first-of-type strong{border:1.5px solid currentColor;padding:0 .35rem;margin-right:.4rem}
    .plain>li{padding-left:1.2rem}
    .plain>li>.mark{min-width:1rem}
    .text{font-weight:600}
    .notes .text,.plain>li>.text{font-weight:400}
    li:target{background:var(--card);outline:.5rem solid var(--card)}
    .inset{margin-left:0}
    figure{margin:1.25rem 0;max-width:30rem}
    figcaption{font-weight:600;color:var(--ink)}
    svg{display:block;width:100%;height:auto}
    svg text{fill:var(--ink);font-size:12px}
    svg .scale{stroke:var(--line);stroke-width:1}
    svg .l0{stroke:var(--school);stroke-width:2.5;fill:none}
    svg .l1{stroke:var(--authority);stroke-width:2;stroke-dasharray:7 4;fill:none}
    svg .l2{stroke:var(--england);stroke-width:2;stroke-dasharray:2 4;fill:none}
    svg .d0{fill:var(--school);stroke:var(--paper)}
    svg .d1{fill:var(--paper);stroke:var(--authority);stroke-width:2}
    svg .d2{fill:var(--paper);stroke:var(--england);stroke-width:2}
    svg .value{font-weight:600;stroke:var(--paper);stroke-width:4;paint-order:stroke}
    pre{white-space:pre;overflow-x:auto;font:.8rem/1.4 "DejaVu Sans Mono",ui-monospace,monospace}
    .codes{columns:15rem;font-size:.9rem}
    .codes dt{display:inline;font-weight:700;font-size:1em}
    .codes dt::after{content:"  "}
    .codes dd{display:inline}
    .stamp{display:none}
    @media (min-width:34rem){
    .fields div{grid-template-columns:9rem 1fr;column-gap:1rem}
    h1{font-size:2.1rem}
    }
    """

  private static func print(_ document: ReportDocument) -> String {
    let running = HTMLText.styleString("\(document.title) · \(document.subject)".clipped(to: 80))
    let stamp = HTMLText.styleString(document.stamp ?? "")
    return """
      @page{size:A4;margin:20mm 16mm 18mm;
      @top-left{content:\(running);font:8.5pt sans-serif;color:#444;white-space:nowrap;overflow:hidden}
      @top-right{content:\(stamp);font:bold 11pt sans-serif;color:#000}
      @bottom-right{content:"Page " counter(page) " of " counter(pages);font:8.5pt sans-serif;color:#444}}
      @page:first{@top-left{content:""}}
      @media print{
      :root{color-scheme:light}
      html{font-size:10pt}
      body{line-height:1.4}
      main{max-width:none;padding:0}
      h1,h2,h3,caption,figcaption,.heading{break-after:avoid}
      h2{margin-top:1.4rem}
      p,li{orphans:3;widows:3}
      li,tr,figure,.whole,.callout,.fields,.codes,.facts{break-inside:avoid}
      thead{display:table-header-group}
      .wide{overflow:visible}
      th,td{overflow-wrap:anywhere}
      .numbers{font-size:9pt}
      a{color:inherit;text-decoration:none}
      pre{white-space:pre-wrap;font-size:7.5pt}
      .chart{flex-wrap:nowrap;gap:0 8mm;break-inside:avoid}
      .chart figure{flex:0 0 8.5cm}
      .numbers tbody th{position:static}
      .stamp{display:block;position:fixed;top:40%;left:0;right:0;text-align:center;font-size:90pt;font-weight:700;
      letter-spacing:.1em;color:rgba(0,0,0,.09);transform:rotate(-30deg);z-index:-1}
      }
      """
  }
}
