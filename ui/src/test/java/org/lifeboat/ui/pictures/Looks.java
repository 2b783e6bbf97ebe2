package org.lifeboat.ui.pictures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.look.Theme;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.places.Place;

/// The looks in which a page is drawn: two by default, all with `-Dpictures=all`, and some by their names, as
/// `-Dpictures=1280x800-light-zh,zoom200-contrast-en`.
record Looks(Language language, Theme theme, Stageless.Format format) {
    private static final List<String> WANTED = List.of(
            System.getProperty("pictures", "1280x800-light-en,640x400-dark-zh").split(","));

    static List<Looks> wanted() {
        return all().stream()
                .filter(look -> WANTED.contains("all") || WANTED.contains(look.name()))
                .toList();
    }

    private String name() {
        return String.join("-", format.name(), theme.name().toLowerCase(Locale.ROOT), language.tag());
    }

    private static List<Looks> all() {
        return Stream.of(Theme.values()) // outermost: another one has all styles read anew
                .flatMap(theme -> Stream.of(Language.values())
                        .flatMap(language -> List.of(Stageless.WIDE, Stageless.SMALL, Stageless.ZOOMED).stream()
                                .map(format -> new Looks(language, theme, format))))
                .toList();
    }

    /// Draws a page inside the frame.
    static void page(String name, Place place, Function<Surroundings, Page> make) throws IOException {
        framed(name, place, make, Stageless.Surrounded.USUAL);
    }

    /// Draws a page inside a frame that says something else than usual.
    static void framed(String name, Place place, Function<Surroundings, Page> make, Stageless.Surrounded surrounded)
            throws IOException {
        Stageless pictures = new Stageless(Path.of("target/pictures"));
        for (Looks look : wanted()) {
            pictures.framed(name, look.language, look.theme, look.format, place, make, surrounded);
        }
        pictures.close();
    }

    /// Draws a page that fills the window.
    static void alone(String name, Function<Surroundings, Page> make) throws IOException {
        Stageless pictures = new Stageless(Path.of("target/pictures"));
        for (Looks look : wanted()) {
            pictures.alone(name, look.language, look.theme, look.format, make);
        }
        pictures.close();
    }

    /// Draws whatever `fill` puts into the window, with the windows of their own that it opens.
    static void popUps(String name, BiConsumer<Stageless, Surroundings> fill) throws IOException, InterruptedException {
        Stageless pictures = new Stageless(Path.of("target/pictures"));
        for (Looks look : wanted()) {
            pictures.drawWithPopUps(
                    name, look.language, look.theme, look.format, around -> fill.accept(pictures, around));
        }
        pictures.close();
    }

    /// Draws a page inside the frame with something opened on top of it.
    static void dialog(String name, Place place, Function<Surroundings, Page> make, Consumer<Surroundings> open)
            throws IOException {
        page(name, place, around -> {
            Page page = make.apply(around);
            return new Page() {
                @Override
                public Node node() {
                    return page.node();
                }

                @Override
                public void attach() {
                    page.attach();
                    open.accept(around);
                }

                @Override
                public void detach() {
                    page.detach();
                }
            };
        });
    }
}
