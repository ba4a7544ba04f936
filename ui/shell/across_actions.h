#pragma once

#include "ui/compare/compare_page.h"
#include "ui/dialogs/places.h"
#include "ui/feedback/feedback.h"

#include <QPointer>

namespace latchkey::ui {

class CopyTargetSheet;
class KeyForms;
class MainWindow;

/// Compare, and "Create like this in": from one environment or connection to another.
class AcrossActions final : public QObject {
    Q_OBJECT
public:
    AcrossActions(MainWindow &window, KeyForms &forms, Feedback &feedback);
    [[nodiscard]] Places &places() { return *m_places; }
    [[nodiscard]] QWidget *makePage();
    /// The current key of the table.
    void createLikeCurrent();
    /// Reads the key once more, then asks where. `to` is offered first.
    void createLike(const KeyId &connection, const KeyId &key, const std::optional<PlaceChoice> &to);

private:
    void openKey(const KeyId &connection, const KeyId &key);
    void ask(const std::shared_ptr<KeyService> &from, const PlaceChoice &place, const ApiKey &key,
             const std::optional<PlaceChoice> &to);
    MainWindow &m_window;
    KeyForms &m_forms;
    Feedback &m_feedback;
    Places *m_places;
    QPointer<CopyTargetSheet> m_sheet;
};

} // namespace latchkey::ui
