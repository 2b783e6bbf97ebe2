package org.lifeboat.vault.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// A file of one owner that is replaced whole: at every moment its name stands for the old content or the new.
public final class OwnedFile {
    /// Where a crash can fall; tests stop the program there.
    enum Step {
        TEMPORARY_CREATED,
        TEMPORARY_WRITTEN,
        TEMPORARY_SYNCED,
        RENAMED,
        DIRECTORY_SYNCED
    }

    private static final String TEMPORARY_ENDING = ".new";

    private final Path path;
    private final Consumer<Step> observer;

    public OwnedFile(Path path) {
        this(path, _ -> {});
    }

    OwnedFile(Path path, Consumer<Step> observer) {
        this.path = path.toAbsolutePath();
        this.observer = observer;
    }

    public Path path() {
        return path;
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /// @param most larger files are refused
    public byte[] read(long most) throws IOException {
        if (Files.size(path) > most) {
            throw new FileSystemException(path.toString(), null, "the file is larger than " + most + " bytes");
        }
        return Files.readAllBytes(path);
    }

    /// Replaces the content; when this returns, it is on the disk. A leftover of an earlier crash is overwritten.
    public void write(byte[] content) throws IOException {
        Path directory = directory();
        Path temporary = path.resolveSibling(path.getFileName() + TEMPORARY_ENDING);
        Files.deleteIfExists(temporary);
        createForOwner(temporary);
        observer.accept(Step.TEMPORARY_CREATED);
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            observer.accept(Step.TEMPORARY_WRITTEN);
            channel.force(true);
        }
        observer.accept(Step.TEMPORARY_SYNCED);
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        observer.accept(Step.RENAMED);
        syncDirectory(directory);
        observer.accept(Step.DIRECTORY_SYNCED);
    }

    /// Takes the file away; when this returns, that is on the disk. Nothing happens where there is none.
    public void delete() throws IOException {
        if (Files.deleteIfExists(path)) {
            syncDirectory(directory());
        }
    }

    private Path directory() throws IOException {
        Path directory = path.getParent();
        if (directory == null) {
            throw new FileSystemException(path.toString(), null, "not a file in a folder");
        }
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, forOwner(directory, "rwx------"));
        }
        return directory;
    }

    static void createForOwner(Path file) throws IOException {
        Files.createFile(file, forOwner(file, "rw-------"));
        if (isPosix(file)) {
            // The creation mode is subject to the umask, which can only take away; this makes it exact.
            Set<PosixFilePermission> exact = PosixFilePermissions.fromString("rw-------");
            Files.setPosixFilePermissions(file, exact);
            return;
        }
        AclFileAttributeView acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (acl != null) {
            acl.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(acl.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }

    private static FileAttribute<?>[] forOwner(Path file, String permissions) {
        return isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void syncDirectory(Path directory) throws IOException {
        if (!isPosix(directory)) {
            // Windows does not open folders as files; its rename is journalled by the file system.
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
