package stable;

final class TidyTemplate extends Template {
  @Override void end() {
    Quietly.dispose(context);
    context = null;
  }
}
