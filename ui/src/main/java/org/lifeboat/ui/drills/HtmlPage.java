package org.lifeboat.ui.drills;

import java.util.List;
import org.lifeboat.resources.Language;

/// One page of HTML that needs nothing beside it. Everything given is text and is escaped.
final class HtmlPage {
    private static final String STYLE = """
            body{font:16px/1.5 sans-serif;max-width:44em;margin:3em auto;padding:0 1em;color:#1d2733;background:#fff}
            h1{font-size:1.7em;margin-bottom:0}h2{font-size:1.2em;margin-top:1.5em}
            table{border-collapse:collapse;width:100%;margin:1.5em 0}
            th,td{text-align:left;padding:.4em .6em;border-bottom:1px solid #d5dbe1}
            th.n,td.n{text-align:right;white-space:nowrap}.quiet{color:#5a6673}
            .one{border-left:4px solid #1d2733;padding-left:1em;font-weight:bold}""";

    private final StringBuilder page = new StringBuilder();

    HtmlPage(Language language, String title) {
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language.tag())
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head>\n<body>\n");
    }

    HtmlPage title(String text) {
        return element("h1", "", text);
    }

    HtmlPage heading(String text) {
        return element("h2", "", text);
    }

    HtmlPage line(String text) {
        return element("p", "", text);
    }

    HtmlPage quiet(String text) {
        return element("p", "quiet", text);
    }

    /// What is to be seen before anything else.
    HtmlPage first(String text) {
        return element("p", "one", text);
    }

    HtmlPage items(List<String> texts) {
        page.append("<ul>\n");
        texts.forEach(text -> element("li", "", text));
        page.append("</ul>\n");
        return this;
    }

    /// The first column is words, the others are figures.
    HtmlPage table(List<String> head, List<List<String>> rows) {
        page.append("<table>");
        row("th", head);
        rows.forEach(cells -> row("td", cells));
        page.append("</table>\n");
        return this;
    }

    private void row(String name, List<String> cells) {
        page.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            cell(name, i == 0 ? "" : "n", cells.get(i));
        }
        page.append("</tr>\n");
    }

    String html() {
        return page + "</body></html>\n";
    }

    private HtmlPage element(String name, String style, String text) {
        cell(name, style, text);
        page.append("\n");
        return this;
    }

    private void cell(String name, String style, String text) {
        page.append('<')
                .append(name)
                .append(style.isEmpty() ? "" : " class=\"" + style + "\"")
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
