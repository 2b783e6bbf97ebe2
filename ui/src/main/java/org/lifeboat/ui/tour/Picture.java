package org.lifeboat.ui.tour;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// What a page looked like, as pixels.
/// @param page its name
record Picture(String page, WritableImage image) {
    /// @throws IllegalStateException where nothing is drawn at all: a page of one colour is an empty page
    void save(Path file) throws IOException {
        int width = (int) image.getWidth();
        int[] pixels = pixels();
        if (Arrays.stream(pixels).allMatch(pixel -> pixel == pixels[0])) {
            throw new IllegalStateException("the page '" + page + "' came out blank");
        }
        BufferedImage copy = new BufferedImage(width, (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, copy.getHeight(), pixels, 0, width);
        if (!ImageIO.write(copy, "png", file.toFile())) {
            throw new IOException("this Java cannot write PNG files");
        }
        if (Files.size(file) == 0) {
            throw new IOException("the picture came out empty");
        }
    }

    private int[] pixels() {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }
}
