package ordinary;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedList;

/** Lists that are queues as well: two rows say the same of one method. */
class LinkedLists {
  void takenInACalleeOk() throws IOException {
    LinkedList<InputStream> all = new LinkedList<>();
    all.add(new FileInputStream("a"));
    closeFirst(all);
  }

  private static void closeFirst(LinkedList<InputStream> all) throws IOException {
    InputStream first = all.removeFirst();
    first.close();
  }

  void onlyReadBad() throws IOException {
    LinkedList<InputStream> all = new LinkedList<>();
    // BUG: Diagnostic contains: [CredentialsHandleLeak]
    all.add(new FileInputStream("a"));
    readFirst(all);
  }

  private static void readFirst(LinkedList<InputStream> all) throws IOException {
    InputStream first = all.removeFirst();
    System.out.println(first.read());
  }
}
