package io.github.relinquish.core.report;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in words why a file could not be read or written: messages of Java are often no more than a path. */
public final class FileTrouble {
  private FileTrouble() {}

  /** The cause, lower case, no full stop: {@code there is no /nowhere}. */
  public static String reason(IOException failure) {
    String path = failure instanceof FileSystemException named && named.getFile() != null ? named.getFile() : "the file";
    if (failure instanceof NoSuchFileException) {
      return "there is no " + path;
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied for " + path;
    }
    if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
      return path + " is a file, not a folder";
    }
    if (failure instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason() + " (" + path + ")";
    }
    if (failure instanceof CharacterCodingException) {
      return "it is not text in UTF-8";
    }
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
