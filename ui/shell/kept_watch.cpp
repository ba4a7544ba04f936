#include "ui/shell/kept_watch.h"

#include "core/model/futures.h"
#include "ui/keys/keys_page.h"

#include <QScrollBar>

namespace latchkey::ui {

KeptWatch::KeptWatch(KeyService &service, KeysPage &page)
    : m_service(service)
    , m_page(page) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(60);
    connect(&m_soon, &QTimer::timeout, this, &KeptWatch::look);
    const auto soon = qOverload<>(&QTimer::start);
    connect(&page.model(), &KeyTableModel::dataChanged, &m_soon, soon);
    connect(page.table().verticalScrollBar(), &QScrollBar::valueChanged, &m_soon, soon);
    connect(&service, &KeyService::keptChanged, this, [this](const KeyId &id, Kept kept) { note(id, kept); });
}

void KeptWatch::note(const KeyId &id, Kept kept) {
    KeyTableView &table = m_page.table();
    table.delegate().setKept(id, kept);
    table.viewport()->update();
    if (id == table.currentKey())
        emit currentKnown();
}

void KeptWatch::recheckAll() {
    m_page.table().delegate().forgetKept();
    m_soon.start();
}

void KeptWatch::look() {
    KeyTableView &table = m_page.table();
    const int first = table.rowAt(0);
    if (first < 0)
        return;
    const int last = table.rowAt(table.viewport()->height() - 1);
    const int end = last < 0 ? m_page.model().rowCount() : last + 1;
    for (int row = first; row < end; ++row) {
        const ApiKey *k = m_page.model().keyAt(row);
        if (!k || table.delegate().kept(k->id) != Kept::Unknown)
            continue;
        m_service.kept(*k) | then(this, [this, id = k->id](Kept kept) {
            note(id, kept == Kept::Unknown ? Kept::NotKept : kept);
        });
    }
}

} // namespace latchkey::ui
