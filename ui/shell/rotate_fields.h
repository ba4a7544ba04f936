#pragma once

#include "core/services/key_service.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace latchkey::ui {

class FileField;
class Segmented;

/// How many keys are to be rotated, and where their new tokens go.
struct RotationWish {
    std::optional<qint64> overlapMs; ///< as KeyService::rotate
    QString path;                    ///< empty: the keychain
};

/// Asks for a RotationWish. The place of the new tokens is named before anything is done.
class RotateFields : public QWidget {
    Q_OBJECT
public:
    RotateFields(KeyService &service, QWidget *parent = nullptr);
    [[nodiscard]] RotationWish wish() const;
    /// The old tokens stop at once: apps break.
    [[nodiscard]] bool breaks() const;
    /// Why it can't begin yet; empty when it can.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] FileField &file() { return *m_file; }

signals:
    void changed();

private:
    void check();
    KeyService &m_service;
    QComboBox *m_overlap;
    Segmented *m_where;
    FileField *m_file;
    QLabel *m_note;
    QCheckBox *m_anyway; ///< into a git folder
    QString m_git;
    bool m_keychain = false; ///< there is one that lasts
};

} // namespace latchkey::ui
