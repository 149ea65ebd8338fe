import ConceptModel
import ConceptQuery
import ConceptStore

/// A store with all that can be done with it: the way into the library.
///
/// For one thread at a time; several processes may read one store while another writes to it.
public final class Workspace {
  let store: Store

  private init(store: Store) { self.store = store }

  /// Opens a store for reading.
  /// - Throws: a diagnostic when the file is missing or no store; nothing is created.
  public static func open(_ path: String) throws(Diagnostic) -> Workspace {
    Workspace(store: try Store.open(path, mode: .read))
  }

  /// Opens a store for writing, and makes it first where `create` allows.
  public static func openForWriting(_ path: String, create: Bool) throws(Diagnostic) -> Workspace {
    Workspace(store: try Store.open(path, mode: .write(create: create)))
  }

  /// Whether there is something at the path of a store.
  public static func exists(at path: String) -> Bool { System.entry(at: Array(path.utf8)) != nil }

  /// The path of the store.
  public var path: String { store.path }

  /// A warning when the last run was interrupted, so that answers may lack its documents.
  public func freshness() throws(Diagnostic) -> Diagnostic? { try store.isDirty ? Self.staleness : nil }

  static var staleness: Diagnostic {
    Diagnostic(
      .warning, code: "dirty-store",
      message: "the last ingest did not finish, so answers leave out what it had begun",
      hint: "finish it with: distinguo repair")
  }
}
