import FieldbookImport
import FieldbookModel
import FieldbookScreens
import TextUI

/// Tables that no format knows: the user says what their columns are.
extension Session {
  /// Looks at the columns of the file that was refused. A list of single pupils is refused again, before anything of it
  /// is shown.
  func lookAtColumns() {
    guard let path = importing.paths.first else { return }
    if picture.arriving.table != nil { return navigation.showColumns() }
    guard importing.paths.count == 1 else {
      return say("Look at the table by itself: choose that one file", .caution)
    }
    let (facts, scales, turn) = (picture.facts, picture.scales, importing.turn)
    importing.looks += 1
    environment.queue.add {
      do throws(ImportRefusal) {
        let table = try UnknownTable.look(at: path, facts, scales: scales)
        let columns = table.columns.map { TablePicture.Column(header: $0.header, samples: $0.samples) }
        return .arrived(
          .table(
            TablePicture(
              file: table.name, rows: table.rows, columns: columns,
              mapping: TableGuess.mapping(of: table, scales: scales, facts.catalogue)), turn: turn))
      } catch {
        return .arrived(.noTable(error, turn: turn))
      }
    }
  }

  func showColumns(_ table: TablePicture) {
    changeSnapshot { snapshot in
      var table = table
      // Another mapping of that id is of other columns: this one is kept beside it.
      let taken = Set(snapshot.mappings.map(\.id))
      table.mapping.id = TablePicture.free(table.mapping.id, beside: taken)
      snapshot.arriving.table = table
      snapshot.arriving.read = nil
    }
    navigation.showColumns()
  }

  func changeTable(_ change: (inout TablePicture) -> Void) {
    changeSnapshot { snapshot in
      guard var table = snapshot.arriving.table else { return }
      change(&table)
      let taken = Set(snapshot.mappings.map(\.id))
      table.mapping.id = TablePicture.free(TableMapping.id(from: table.mapping.name), beside: taken)
      snapshot.arriving.table = table
    }
  }
}

extension TablePicture {
  /// Says what a column is, in the order of the file; nil where it is not read.
  mutating func say(_ column: TableMapping.Column?, of header: String) {
    mapping.columns.removeAll { $0.header == header }
    if let column { mapping.columns.append(column) }
    let order = columns.map(\.header)
    mapping.columns.sort {
      (order.firstIndex(of: $0.header) ?? order.count) < (order.firstIndex(of: $1.header) ?? order.count)
    }
  }

  /// An id that no mapping has.
  static func free(_ id: String, beside taken: Set<String>) -> String {
    guard taken.contains(id) else { return id }
    return (2...).lazy.map { "\(id.prefix(56))-\($0)" }.first { !taken.contains($0) } ?? id
  }
}
