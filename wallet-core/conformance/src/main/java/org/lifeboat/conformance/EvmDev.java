package org.lifeboat.conformance;
import java.nio.file.Path;
import org.lifeboat.conformance.evm.*;
import org.lifeboat.testkit.vectors.VectorFolder;
public class EvmDev {
    public static void main(String[] a) throws Exception {
        long t = System.nanoTime();
        Report r = new Report(System.out);
        new EvmSuite(Selection.fromProperties()).run(new VectorFolder(Path.of(a[0])), r);
        r.finish();
        System.out.println((System.nanoTime() - t) / 1000000 + " ms");
    }
}
