package org.lifeboat.evm.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import org.junit.jupiter.api.Test;

class LoopSizeTest {
    /// HotSpot's default for `HugeMethodLimit`: longer methods are never compiled.
    private static final int HUGE_METHOD = 8000;

    @Test
    void loop_isSmallEnoughToBeCompiled() throws IOException {
        byte[] bytes;
        try (InputStream stream = Loop.class.getResourceAsStream("Loop.class")) {
            bytes = stream.readAllBytes();
        }
        MethodModel run = ClassFile.of().parse(bytes).methods().stream()
                .filter(method -> method.methodName().equalsString("run"))
                .findFirst()
                .orElseThrow();

        int length = ((CodeAttribute) run.code().orElseThrow()).codeLength();

        assertThat(length).isLessThan(HUGE_METHOD);
    }
}
