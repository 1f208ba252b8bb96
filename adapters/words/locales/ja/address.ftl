### Confirming the address of an account.

address-title = メールアドレスの確認
address-ask = <strong class="cs-break">{ $address }</strong> は、{ $issuer } で使っているご自身のアドレスですか？ボタンを押すと、このアドレスに届くメールをご自身が読んでいるという確認になります。
address-confirm = このアドレスを確認
address-not-yours = { $issuer } に心当たりがない場合は、このページを閉じてください。閉じれば、何も起こりません。
address-done-title = アドレスを確認しました
address-done = { $issuer } から <strong class="cs-break">{ $address }</strong> に、コードやお知らせを送れるようになりました。
address-already = <strong class="cs-break">{ $address }</strong> は確認済みです。これ以上の操作は必要ありません。
address-over-title = このリンクはもう使えません
address-over = リンクの送信から24時間以上たったか、より新しいリンクが送信されたか、アカウントのアドレスが変わっています。新しいリンクを受け取るには、2要素認証の設定を開いてください。
address-unknown-title = このリンクは使えません
address-unknown = リンクの一部が欠けている可能性があります。メールのリンクをもう一度開くか、リンク全体をコピーしてください。
address-close = このページは閉じてかまいません。元の画面で操作を続けてください。
address-settings = 2要素認証の設定を開く

address-nothing-title = 確認するアドレスはありません
address-nothing = アカウントのアドレスがすでに確認済みか、確認できるアドレスがありません。
address-first = <strong class="cs-break">{ $address }</strong> がご自身のアドレスであることを確認すると、このアドレスでコードを受け取れるようになります。
address-send = 確認用のリンクを受け取る
address-send-again = 新しいリンクを受け取る
address-sent = <strong class="cs-break">{ $address }</strong> にリンクを送信しました。リンクは24時間有効で、どのデバイスでも開けます。確認が済んだら、ここに戻ってください。
address-failed = <strong>リンクのメールを送信できませんでした。</strong>もう一度試すか、管理者に相談してください。
address-again-from = { $until } 以降に、新しいリンクを受け取れます。
address-on-its-way = まもなくメールが届きます。

address-heading = メールアドレス
address-badge-confirmed = 確認済み
address-badge-unconfirmed = 未確認
address-badge-shared = ほかのアカウントと重複
address-used-for = 2要素認証についてのお知らせが、このアドレスに送られます。メールで届くコードを有効にすると、コードもこのアドレスに送られます。
address-first-settings = このアドレスに届くメールをご自身が読んでいることが、まだ確認されていません。確認が済むまで、このアドレスにコードは送られません。
