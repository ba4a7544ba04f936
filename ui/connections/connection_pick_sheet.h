#pragma once

#include "core/services/connections/all_connections.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace latchkey::ui {

/// "In which connection?": before a key is created where several are shown. Those that can't take one say
/// why; it follows what becomes of them.
class ConnectionPickSheet final : public QDialog {
    Q_OBJECT
public:
    /// `first`: chosen at first, if it can be. `all` outlives the sheet.
    ConnectionPickSheet(const AllConnections &all, const KeyId &first, QWidget *parent);
    [[nodiscard]] std::optional<AllConnections::Row> chosen() const;

private:
    void fill();
    void countKeys();
    const AllConnections &m_all;
    KeyId m_first;
    std::optional<KeyId> m_choice; ///< the connection that was chosen last, also where it can't be any more
    QList<AllConnections::Row> m_rows;
    QHash<unsigned, qint64> m_keys; ///< by place; of those that hold only so many
    QListWidget *m_list;
    QPushButton *m_go;
};

} // namespace latchkey::ui
