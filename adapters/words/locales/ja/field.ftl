### What is wrong with a field of a form, as one sentence beside the field.

field-label-reason = 理由

field-reason = 理由を、500文字以内、1行で入力してください。
field-until = 今日より後で1年以内の日付を、2027-03-01 のように入力してください。
field-from = 2027-03-01 のように日付を入力するか、空欄にしてください。
field-grace = 延期できるかどうかと、その方法を選んでください。
field-days = 日数を1～366で入力してください。
field-skips = 延期できる回数を1～100で入力してください。
field-whom = ルールの対象を選んでください。
field-value = ルールの対象にできない値です。ドメインは acme.example、アドレスは ada@acme.example のように入力してください。「全員」以外は値が必要です。
field-addresses = メールアドレスを1行に1つずつ入力してください。
field-effect = ルールの内容を選んでください。
field-reach = ログイン中のユーザーにいつから適用するかを選んでください。
field-remember = デバイスを記憶できるかどうかを選んでください。
field-hours = 時間数を1～8760で入力してください。
field-recovery = 「はい」か「いいえ」を選んでください。
field-email = 「はい」か「いいえ」を選んでください。認証アプリとメールで届くコードの少なくとも一方は、使用を許可する必要があります。
field-max-age = 時間を分単位で、1～525600の範囲で入力するか、空欄にしてください。
field-status = そのような状況はありません。
field-user = ユーザーのキーを入力してください。
field-other = この欄の内容は正しくありません。
