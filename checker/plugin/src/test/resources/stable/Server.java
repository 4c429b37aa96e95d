package stable;

abstract class Server {
  abstract void shut();
}
