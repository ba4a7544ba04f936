#pragma once

#include "core/services/key_copy/copy_plan.h"
#include "ui/dialogs/places.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace latchkey::ui {

/// "Create like “CRM sync” in": where, and what of the key does not come along. Makes nothing: the ordinary
/// form follows.
class CopyTargetSheet final : public QDialog {
    Q_OBJECT
public:
    /// `names`: the catalogue that the key's permissions are of. `from`: where the key is.
    CopyTargetSheet(Places &places, const ApiKey &key, const Catalogue &names, const PlaceChoice &from,
                    const Clock &clock, QWidget *parent);
    /// One without an environment: the one that the key has where it is. Before, and where there is no such
    /// place, none is chosen.
    void choose(const PlaceChoice &target);
    [[nodiscard]] PlaceChoice target() const;
    [[nodiscard]] QString targetName() const;
    [[nodiscard]] const CopyPlan &plan() const { return m_plan; }
    [[nodiscard]] const QStringList &notice() const { return m_notice; }
    /// Null while the target isn't open.
    [[nodiscard]] const std::shared_ptr<KeyService> &service() const { return m_service; }
    [[nodiscard]] QString text() const; ///< what it says of the target

private:
    void fill();
    void openTarget();
    void look();
    Places &m_places;
    ApiKey m_key;
    Catalogue m_names;
    PlaceChoice m_from;
    const Clock &m_clock;
    QComboBox *m_box;
    QLabel *m_text;
    QPushButton *m_go;
    std::shared_ptr<KeyService> m_service;
    CopyPlan m_plan;
    QStringList m_notice;
};

} // namespace latchkey::ui
