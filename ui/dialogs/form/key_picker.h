#pragma once

#include "core/backend/vault_backend.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QListWidget;

namespace latchkey {
class KeyService;
}

namespace latchkey::ui {

/// Finds a key by typing and hands it over: where Create starts from another key. Its token is no part of it.
class KeyPicker : public QWidget {
    Q_OBJECT
public:
    explicit KeyPicker(KeyService &service, QWidget *parent = nullptr);
    void start(); ///< empty, with the focus, the newest keys below

signals:
    void picked(const latchkey::ApiKey &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask();
    void show(const QList<ApiKey> &keys);
    void take(int row);

    KeyService &m_service;
    QLineEdit *m_search;
    QListWidget *m_list;
    QTimer m_wait;
    int m_asked = 0;
    KeyListPtr m_found; ///< held: a service goes on reading what it asks for
    QList<ApiKey> m_keys;
};

} // namespace latchkey::ui
