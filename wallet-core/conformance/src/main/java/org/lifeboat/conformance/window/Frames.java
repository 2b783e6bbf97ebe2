package org.lifeboat.conformance.window;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/// The times between the pulses in which JavaFX draws. Lives on the screen's thread.
final class Frames extends AnimationTimer {
    private final List<Double> millis = new ArrayList<>();
    private long last;

    @Override
    public void handle(long now) {
        long real = System.nanoTime(); // the pulse's own time is when it should have come
        if (last != 0) {
            millis.add((real - last) / 1e6);
        }
        last = real;
    }

    double longest() {
        return millis.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    double middle() {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
